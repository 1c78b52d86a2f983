import { describe, expect, it } from 'vitest';
import { findReportLine } from './report-line.ts';

const people = (line: string): readonly string[] | null =>
  findReportLine(`# Team\n\n${line}\n\n- words`)?.people.map(({ handle, name }) =>
    handle === null ? (name ?? '') : `@${handle}`,
  ) ?? null;

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
  ])('%s', (line, named) => {
    expect(people(line)).toEqual(named);
  });

  it.each([
    'The report by Ada is here',
    'Report by the end of May to all who are concerned',
    'Reporting is fun',
    '```\nReport by @ada\n```',
  ])('not in: %s', (line) => {
    expect(people(line)).toBeNull();
  });

  it('names the line that has to be replaced, and nothing else', () => {
    const source = '# Team\n\n*Report by @ada*  \n- words';
    const line = findReportLine(source);
    expect(source.slice(line?.from, line?.to)).toBe('*Report by @ada*');
  });

  it('in time that grows with the text only', () => {
    const began = performance.now();
    for (const hostile of [
      'Report by '.repeat(40_000),
      '<'.repeat(400_000),
      `${'[]('.repeat(100_000)}\n`.repeat(3),
      '\n'.repeat(400_000),
    ])
      findReportLine(hostile);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
