import { describe, expect, it } from 'vitest';
import { findReportLine } from './report-line.ts';

const people = (line: string): readonly string[] | null =>
  findReportLine(`# Team\n\n${line}\n\n- words`)?.people.map(({ handle, name }) =>
    [handle === null ? null : `@${handle}`, name].filter((part) => part !== null).join(' '),
  ) ?? null;

/** What would be replaced. */
const part = (source: string): string | null => {
  const line = findReportLine(source);
  return line === null ? null : source.slice(line.from, line.to);
};

describe('who reports, as decks write it', () => {
  it.each([
    ['Report by @ada', ['@ada']],
    ['*Report by @ada*', ['@ada']],
    ['*Report by @ada', ['@ada']],
    ['**Report by** _@ada-love_', ['@ada-love']],
    ['Report by <a href="https://example.org/ada">@ada</a>', ['@ada']],
    ['Report by [@ada](https://example.org/bo)', ['@ada']],
    ['<font size=3>Report by: Ada Love</font>', ['Ada Love']],
    ['- reported by @ada and @bo, Cy', ['@ada', '@bo', 'Cy']],
    ['Reporter: Ada', ['Ada']],
    ['Bericht von Ada und Bo', ['Ada', 'Bo']],
    ['Report by ...', []],
    ['Report by', []],
    ['Report by noone', []],
    ['Report by @todo', []],
    ['Report by <name>', []],
    ['Report by nobody found', []],
    ['Report by [@todo](https://github.com/ada)', []],
    ['Presented by <a href="https://github.com/bo">@ada</a>', ['@ada']],
    ['Report by [Ada](https://github.com/ada)', ['@ada Ada']],
    ['Report by [Ada](https://github.com/todo)', ['Ada']],
    ['Report by https://github.com/ada, <https://github.com/bo>', ['@ada', '@bo']],
    ['Report by **Ada Love** (@ada) (stands in)', ['@ada Ada Love']],
    ['Report by **Ada** (stands in)', ['Ada']],
    ['Report by \\@a\\_b and @c_d', ['@a_b', '@c_d']],
    ['Report by @todo and @ada', ['@ada']],
    [
      'Report by Ada Love, Bo Diddley, Cy van der Berg and Dan Day',
      ['Ada Love', 'Bo Diddley', 'Cy van der Berg', 'Dan Day'],
    ],
    ['Report by A. Love', ['A Love']],
    ['Report by 山田太郎', ['山田太郎']],
    ['Berichtet von Änne Ö', ['Änne Ö']],
    ['Reporters: @ada / @bo', ['@ada', '@bo']],
    ['1. Report by @ada', ['@ada']],
    ['🎤 Report by ada', ['ada']],
    ['Report by @ada</br>', ['@ada']],
  ])('%s', (line, named) => {
    expect(people(line)).toEqual(named);
  });

  it.each([
    'The report by Ada is here',
    'Report by the end of May to all who are concerned',
    'Reporting is fun',
    '```\nReport by @ada\n```',
    '```js\n```js\nReport by @ada',
    '<!--\nReport by @ada\n-->',
    '<!-- Report by @ada -->',
    '- an audit\n    - Report by @ada',
    'Report by Friday',
    'Report by end of May',
    'Report by ada@example.org',
    'Update by Ada',
    'Bericht von der Messe',
    'Represented by Ada',
    '| Report by @ada |',
  ])('not in: %s', (line) => {
    expect(people(line)).toBeNull();
  });

  it('names the line that has to be replaced, and nothing else', () => {
    const source = '# Team\n\n*Report by @ada*  \n- words';
    const line = findReportLine(source);
    expect(source.slice(line?.from, line?.to)).toBe('*Report by @ada*');
  });

  it.each([
    ['# Team\n  **Report by @ada**\r\n- words', '**Report by @ada**'],
    ['# Team<br>Report by @ada', 'Report by @ada'],
    ['<font size=3>Team<br>*Report by @ada*</font>', '*Report by @ada*'],
    ['Report by <a href="https://example.org">@ada</a><br>words', 'Report by <a href="https://example.org">@ada</a>'],
    ['Report by [@ada](https://example.org): words', 'Report by [@ada](https://example.org)'],
    ['**Report by @ada** – words', '**Report by @ada**'],
    ['Report by @ada about the call, and more', 'Report by @ada'],
    ['Report by @ada, see the minutes', 'Report by @ada'],
    ['<!-- was\nBo --> Report by @ada', 'Report by @ada'],
    ['<!-- here --> *Report by @ada*', '*Report by @ada*'],
  ])('leaves what else the line says: %j', (source, expected) => {
    expect(part(source)).toBe(expected);
  });

  it('in time that grows with the text only', () => {
    const began = performance.now();
    for (const hostile of [
      'Report by '.repeat(40_000),
      '<'.repeat(400_000),
      `${'[]('.repeat(100_000)}\n`.repeat(3),
      '\n'.repeat(400_000),
      'report\n'.repeat(60_000),
      `report ${'<!--'.repeat(190)}\n`.repeat(500),
      `Report by @a${'('.repeat(700)}\n`.repeat(500),
      `${'<br>Report by end of '.repeat(37)}\n`.repeat(500),
      `report ${'_'.repeat(700)}\n`.repeat(500),
    ])
      findReportLine(hostile);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
