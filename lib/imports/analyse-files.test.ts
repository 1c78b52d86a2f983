import { describe, expect, it } from 'vitest';

import { foldText, kindOfFile, SideBySide } from './analyse-files.ts';
import { analyseText } from './analyse-text.ts';
import { decideAll } from './decide.ts';
import type { ImportFile, ImportPlan, ImportRow } from './import-plan.ts';
import { indexPictures } from './picture-references.ts';

const TODAY = '2026-05-07';
const UPLOAD = '0f6b1d9e-6a59-4e1a-9d5e-2f8f2f3c9b11.png';

function file(name: string, text: string | Uint8Array): ImportFile {
  return { name, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text };
}

/** As server/imports/read-run does it, in memory. */
function plan(...files: readonly ImportFile[]): ImportPlan {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const named = (kind: string) => sorted.filter(({ name }) => kindOfFile(name) === kind);
  const pictures = indexPictures(named('picture').map(({ name }) => name));
  const beside = new SideBySide();
  const rows = named('text').map((each) => {
    const { row: alone, text } = analyseText(each, { pictures, today: TODAY });
    return beside.next({ row: alone, text, folded: text === null ? null : foldText(text) });
  });
  return { rows, pictures: { files: pictures.paths.size, unused: [] }, ignored: [] };
}

function row(name: string, text: string | Uint8Array): ImportRow {
  const [only] = plan(file(name, text)).rows;
  if (only === undefined) throw new Error('one text makes one row');
  return only;
}

const deck = (heading: string, frontMatter = 'title: Harbour call'): string =>
  `---\n${frontMatter}\n---\n\n# ${heading}\n\n---\n\n# Pier team\n`;

describe('what a file becomes', () => {
  it('is a record for a past date and a call for one to come', () => {
    expect(row('2026-05-06.md', deck('Call'))).toMatchObject({
      kind: 'record',
      date: '2026-05-06',
      slides: 2,
      title: 'Harbour call',
    });
    expect(row('2026-05-07.md', deck('Call'))).toMatchObject({ kind: 'call' });
    expect(row('2026-06-01.md', deck('Call'))).toMatchObject({ kind: 'call' });
  });

  it('has a title that the database takes, whatever YAML wrote into it', () => {
    expect(row('2026-05-06.md', deck('Call', 'title: "a\\0b"'))).toMatchObject({ title: 'a\uFFFDb' });
  });

  it('is minutes without front matter and slides, the template by its name, and nothing sure without a date', () => {
    expect(row('20260430.txt', '# Harbour call 2026-04-30\n\n## Present\n\n- Ines\n')).toMatchObject({
      kind: 'minutes',
      title: 'Harbour call',
    });
    expect(row('calls/Template.md', deck('Call'))).toMatchObject({ kind: 'template', date: null, problems: [] });
    expect(row('notes.md', deck('Call'))).toMatchObject({
      kind: 'unsure',
      date: null,
      problems: [{ code: 'no-date' }],
    });
  });

  it('is dated by file name, then title slide, then front matter, and says when they disagree', () => {
    const all = row('20260430.md', deck('Call, 23 April 2026', 'title: Harbour call\ndate: 2026-04-16'));
    expect(all.date).toBe('2026-04-30');
    expect(all.dates).toEqual([
      { source: 'file-name', date: '2026-04-30' },
      { source: 'title-slide', date: '2026-04-23' },
      { source: 'front-matter', date: '2026-04-16' },
    ]);
    expect(all.problems).toEqual([{ code: 'dates-disagree', dates: all.dates }]);
    expect(row('call.md', deck('Call 2026-04-23', 'date: 2026-04-16')).date).toBe('2026-04-23');
    expect(row('call.md', deck('Call', 'date: 2026-04-16')).date).toBe('2026-04-16');
    expect(row('20260430.md', deck('Call 2026-04-30')).problems).toEqual([]);
  });

  it('is left open where two files say the same', () => {
    const { rows } = plan(
      file('a/2026-04-30.md', deck('Call')),
      file('b/2026-04-30.md', deck('Call')),
      file('c/2026-04-30.md', deck('Other call')),
      file('d/2026-05-01.md', deck('Call').replaceAll('\n', '\r\n')),
    );
    expect(rows.map(({ kind, problems }) => [kind, problems])).toEqual([
      ['record', []],
      ['unsure', [{ code: 'same-bytes', file: 'a/2026-04-30.md' }]],
      ['record', [{ code: 'same-date', file: 'a/2026-04-30.md' }]],
      ['unsure', [{ code: 'same-text', file: 'a/2026-04-30.md' }]],
    ]);
  });
});

describe('bad files', () => {
  it('have one problem each and never stop the others', () => {
    const { rows } = plan(
      file('2026-01-01.md', Uint8Array.of(0x4d, 0xf6)),
      file('2026-01-02.md', new Uint8Array(1_000_001).fill(0x61)),
      file('2026-01-03.md', ' \n'),
      file('2026-01-04.md', deck('Good')),
      file('2026-01-05.md', '---\ntitle: [open\n---\n\n# Call\n'),
    );
    expect(rows.map(({ kind, problems }) => [kind, problems.map((problem) => problem.code)])).toEqual([
      ['unsure', ['not-utf-8']],
      ['unsure', ['too-large']],
      ['unsure', ['empty']],
      ['record', []],
      ['record', ['front-matter']],
    ]);
  });
});

describe('pictures', () => {
  it('are matched by the name of their upload; missing, foreign and unused ones are listed', () => {
    const text = `${deck('Call')}\n![](https://pads.example/uploads/${UPLOAD})\n![](lost.png)\n![](https://other.example/map.png)\n`;
    const { rows } = plan(file('2026-04-30.md', text), file(UPLOAD, 'png'), file('spare.jpg', 'jpg'));
    expect(rows[0]?.pictures).toEqual({
      addresses: [`https://pads.example/uploads/${UPLOAD}`, 'lost.png', 'https://other.example/map.png'],
      found: 1,
      missing: ['lost.png'],
      foreign: ['https://other.example/map.png'],
    });
  });
});

describe('deciding without a person', () => {
  const dated = plan(
    file('2026-04-30.md', deck('Call')),
    file('2026-04-23.md', '# Minutes\n'),
    file('2026-06-01.md', deck('To come')),
    file('loose.md', deck('Call')),
    file('template.md', deck('T')),
  );
  const kinds = (way: 'auto' | 'record' | 'planned'): readonly string[] =>
    decideAll(dated, way, false).map((decision) => `${decision.file} ${decision.kind}`);

  it('goes by the proposals, or makes everything a record, or a call', () => {
    expect(kinds('auto')).toEqual([
      '2026-04-23.md minutes',
      '2026-04-30.md record',
      '2026-06-01.md call',
      'loose.md unsure',
      'template.md template',
    ]);
    expect(kinds('record')).toEqual([
      '2026-04-23.md minutes',
      '2026-04-30.md record',
      '2026-06-01.md record',
      'loose.md unsure',
      'template.md template',
    ]);
    expect(kinds('planned')).toEqual([
      '2026-04-23.md call',
      '2026-04-30.md call',
      '2026-06-01.md call',
      'loose.md unsure',
      'template.md template',
    ]);
  });
});
