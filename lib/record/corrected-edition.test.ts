import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { NO_HEADINGS } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

import { buildEdition } from './build-edition.ts';
import { correctSections, sectionWords, type SectionCorrection } from './correct-sections.ts';
import { correctedEdition } from './corrected-edition.ts';
import { diffEditions, type SectionDiff } from './edition-diff.ts';
import { editionContentSchema, type EditionContent } from './edition.ts';

interface Frozen {
  readonly text: string;
  readonly content: EditionContent;
}

function frozen(text: string): Frozen {
  const built = buildEdition({
    kind: 'slides',
    title: 'Harbour call',
    startsAt: new Date('2026-05-07T13:05:00Z'),
    timeZone: 'Europe/Berlin',
    hasTime: true,
    model: parseDeck(text),
    anchorOf: (slide) => `anchor-${slide}`,
    sections: null,
    assets: {},
    provenance: { type: 'call', deck: 'abc', epoch: 1, seq: 7, endedAt: '2026-05-07T14:00:00.000Z' },
  });
  return { text, content: built.content };
}

function correct(before: Frozen, corrections: readonly SectionCorrection[], known = NO_HEADINGS) {
  const { corrected, taken, misfits } = correctSections(before, corrections);
  if (corrected === null) return { taken, misfits, next: before, slides: [] };
  const { content, slides } = correctedEdition({
    before,
    corrected,
    known,
    taken: before.content.slides,
    assets: {},
    provenance: before.content.provenance,
  });
  return { taken, misfits, next: { text: corrected.model.text, content }, slides };
}

const TEXT = `---
title: Harbour call
---

# Harbour call

---

# Pier team

- One crane repaired

----

## Next steps

- Paint it

---

# Lights

- All burn
`;
const held = frozen(TEXT);

const keysOf = ({ content }: Frozen) => content.slides.map(({ section, key }) => `${section}/${key}`);

/** Section by section, with what separates it from the one held. */
function textsOf({ text, content }: Frozen): ReadonlyMap<string, string> {
  return new Map(
    content.sections
      .filter(({ fromSlide, toSlide }) => toSlide > fromSlide)
      .map(({ key, fromSlide, toSlide }) => [
        key,
        text.slice(content.slides[fromSlide]?.from, content.slides[toSlide - 1]?.to),
      ]),
  );
}

describe('a correction', () => {
  it('begins with the words of its section alone', () => {
    expect(sectionWords(held, 'pier-team')).toBe(
      '# Pier team\n\n- One crane repaired\n\n----\n\n## Next steps\n\n- Paint it\n',
    );
    expect(sectionWords(held, 'nowhere')).toBeNull();
  });

  it('is nothing while it says what was said', () => {
    const text = `\n\n${sectionWords(held, 'lights') ?? ''}\n`;
    expect(correct(held, [{ key: 'lights', text }])).toMatchObject({
      taken: [],
      misfits: [{ key: 'lights', why: 'same' }],
    });
    expect(correct(held, [{ key: 'lights', text: ' \n' }]).misfits).toEqual([{ key: 'lights', why: 'empty' }]);
  });

  it('changes its section alone, and every slide keeps its address and anchor', () => {
    const text =
      '# Pier team\n\n- Two cranes repaired\n\n----\n\n## Seen\n\n- A seal\n\n----\n\n## Next steps\n\n- Paint it\n';
    const { next } = correct(held, [{ key: 'pier-team', text }]);
    expect(next.text).toBe(TEXT.replace(sectionWords(held, 'pier-team') ?? '', text));
    expect(keysOf(next)).toEqual(['harbour-call/1', 'pier-team/1', 'pier-team/3', 'pier-team/2', 'lights/1']);
    expect(next.content.slides.map(({ anchor }) => anchor)).toEqual([
      'anchor-0',
      'anchor-1',
      null,
      'anchor-2',
      'anchor-3',
    ]);
    expect(editionContentSchema.parse(next.content)).toEqual(next.content);
  });

  it('keeps its section where it has another heading, or none', () => {
    for (const text of ['# The pier\n\n- One crane repaired\n', '- One crane repaired\n']) {
      const { next } = correct(held, [{ key: 'pier-team', text }]);
      expect(next.content.sections.map(({ key }) => key)).toEqual(['harbour-call', 'pier-team', 'lights']);
      expect(keysOf(next)).toEqual(['harbour-call/1', 'pier-team/1', 'lights/1']);
    }
  });

  it('may bring a section of its own, under a key that no edition has', () => {
    const text = '# Pier team\n\n- One crane repaired\n\n---\n\n# Lights\n\n- Of the pier\n';
    const { next, slides } = correct(held, [{ key: 'pier-team', text }]);
    expect(keysOf(next)).toEqual(['harbour-call/1', 'pier-team/1', 'lights-2/1', 'lights/1']);
    expect(next.content.sections.map(({ key, fromSlide, toSlide }) => [key, fromSlide, toSlide])).toEqual([
      ['harbour-call', 0, 1],
      ['pier-team', 1, 2],
      ['lights-2', 2, 3],
      ['lights', 3, 4],
    ]);
    expect(slides.map(({ text: words }) => words)[2]).toBe('Lights\nOf the pier');
  });

  it('that reaches into other sections is left out, and the others are not', () => {
    const coded = frozen(TEXT.replace('- All burn', '```\nlamp(1)\n```'));
    const broken = { key: 'harbour-call', text: '# Harbour call\n\n```\nnever closed\n' };
    const sound = { key: 'pier-team', text: '# Pier team\n\n- Nothing\n' };
    const { taken, misfits, next } = correct(coded, [broken, sound]);
    expect(taken).toEqual(['pier-team']);
    expect(misfits).toEqual([{ key: 'harbour-call', why: 'runs-over' }]);
    expect(textsOf(next).get('harbour-call')).toBe(textsOf(coded).get('harbour-call'));
    const front = frozen('# One\n\n---\n\n# Two\n');
    expect(correct(front, [{ key: 'one', text: '---\ntitle: x\n---\n' }]).misfits).toEqual([
      { key: 'one', why: 'runs-over' },
    ]);
  });

  it('gives a slide of its own to nobody whose address led to other words before', () => {
    const first = correct(held, [{ key: 'pier-team', text: '# Pier team\n\n- One crane repaired\n' }]).next;
    const { corrected } = correctSections(first, [
      { key: 'pier-team', text: '# Pier team\n\n- One crane repaired\n\n----\n\n- A seal\n' },
    ]);
    if (corrected === null) throw new Error('it fits');
    const { content } = correctedEdition({
      before: first,
      corrected,
      known: NO_HEADINGS,
      taken: [...held.content.slides, ...first.content.slides],
      assets: {},
      provenance: held.content.provenance,
    });
    expect(content.slides.filter(({ section }) => section === 'pier-team').map(({ key }) => key)).toEqual(['1', '3']);
  });
});

describe('any corrections of any deck', () => {
  const line = fc.constantFrom(
    '# Pier',
    '# Lights',
    '## Next',
    '- a crane',
    '- two cranes',
    '',
    '',
    '---',
    '---',
    '----',
    '```',
    '<!-- .slide: class="x" -->',
    '<!--',
    '-->',
    'Note: say it',
    '  ',
    'ü🚢\r',
  );
  const text = fc.array(line, { maxLength: 24 }).map((lines) => lines.join('\n'));
  const deck = fc.tuple(fc.constantFrom('', '---\ntitle: x\n---\n'), text).map(([front, body]) => front + body);

  it('leave every other section byte for byte, with its keys and anchors', () => {
    fc.assert(
      fc.property(deck, fc.array(fc.tuple(fc.nat(), text), { maxLength: 3 }), (source, wanted) => {
        const first = frozen(source);
        const keys = first.content.sections.map(({ key }) => key);
        const corrections = new Map(wanted.map(([at, words]) => [keys[at % keys.length] ?? '', words]));
        const { next, taken, misfits } = correct(
          first,
          Array.from(corrections, ([key, words]) => ({ key, text: words })),
        );
        expect([...taken, ...misfits.map(({ key }) => key)].toSorted()).toEqual([...corrections.keys()].toSorted());
        const [old, now] = [textsOf(first), textsOf(next)];
        expect(keys.filter((key) => !now.has(key) || sectionWords(next, key) === null)).toEqual([]);
        expect(keys.filter((key) => !taken.includes(key) && now.get(key) !== old.get(key))).toEqual([]);
        const model = parseDeck(next.text);
        expect(next.content.slides.map(({ from, to, h, v }) => [from, to, h, v])).toEqual(
          model.slides.map(({ range, h, v }) => [range.from, range.to, h, v]),
        );
        expect(new Set(keysOf(next)).size).toBe(model.slides.length);
        const covered = next.content.sections.flatMap(({ fromSlide, toSlide }) => [fromSlide, toSlide]);
        expect(covered.slice(1, -1).filter((at, index) => index % 2 === 0 && at !== covered[index + 2])).toEqual([]);
        expect(wordsOf(next)).toEqual(withChanges(wordsOf(first), diffEditions(first, next)));
        const kept = first.content.slides.filter((slide) => !taken.includes(sectionAt(first, slide)));
        expect(kept.map(whatStays)).toEqual(
          kept.map(
            ({ section, key }) =>
              next.content.slides.filter((slide) => slide.section === section && slide.key === key).map(whatStays)[0],
          ),
        );
      }),
      { numRuns: 1_500 },
    );
  });
});

const NOTHING = { text: '', content: { slides: [], sections: [] } };

/** What each slide says, by its address. */
function wordsOf(edition: Frozen): ReadonlyMap<string, string> {
  return withChanges(new Map(), diffEditions(NOTHING, edition));
}

function withChanges(before: ReadonlyMap<string, string>, diff: readonly SectionDiff[]): ReadonlyMap<string, string> {
  const words = new Map(before);
  for (const { type, section, key, before: was, after } of diff.flatMap(({ slides }) => slides)) {
    expect(words.get(`${section}/${key}`)).toBe(type === 'new' ? undefined : was);
    if (type === 'removed') words.delete(`${section}/${key}`);
    else words.set(`${section}/${key}`, after);
  }
  return words;
}

function whatStays({ section, key, hash, anchor, heading }: EditionContent['slides'][number]) {
  return { section, key, hash, anchor, heading };
}

function sectionAt({ content }: Frozen, slide: EditionContent['slides'][number]): string {
  const index = content.slides.indexOf(slide);
  return content.sections.find(({ fromSlide, toSlide }) => index >= fromSlide && index < toSlide)?.key ?? '';
}
