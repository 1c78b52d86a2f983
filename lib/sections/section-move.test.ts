import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { knownHeadings } from './known-headings.ts';
import { movedText, moveEdit } from './section-move.ts';

const DECK = '---\ntitle: x\n---\n\n# A\n\na\n\n---\n\n# B\n\nb\n\n----\n\n## b2\n\n---\n\n# C\n\nc';
const known = knownHeadings({ headings: [{ folded: 'inner', team: null }] });

function move(text: string, from: number, to: number): string | null {
  const model = parseDeck(text, undefined, known);
  const edit = moveEdit(model, { from, to, known });
  return edit === null ? null : movedText(text, edit);
}

const titles = (text: string): readonly string[] =>
  parseDeck(text, undefined, known).sections.map(({ title }) => title);

describe('a section is moved', () => {
  it.each([
    [0, 1, 'B A C'],
    [0, 2, 'B C A'],
    [1, 0, 'B A C'],
    [2, 0, 'C A B'],
    [1, 2, 'A C B'],
    [2, 1, 'A C B'],
  ])('from place %i to place %i', (from, to, order) => {
    const text = move(DECK, from, to) ?? '';
    expect(titles(text).join(' ')).toBe(order);
    expect(parseDeck(text).slides).toHaveLength(4);
    expect(text.startsWith('---\ntitle: x\n---\n')).toBe(true);
  });

  it('out of a stack, where it becomes a column', () => {
    const text = move('# A\n\n----\n\n# Inner\n\nwords\n\n---\n\n# C\n', 1, 2) ?? '';
    expect(titles(text)).toEqual(['A', 'C', 'Inner']);
    expect(parseDeck(text).slides.every(({ v }) => v === 0)).toBe(true);
  });

  it('not where it is already, beyond the ends, or beside one of its own name, with which it would grow together', () => {
    expect([move(DECK, 1, 1), move(DECK, 1, 3), move(DECK, -1, 0)]).toEqual([null, null, null]);
    expect(move('# A\n\n---\n\n# B\n\n---\n\n# A\n', 2, 1)).toBeNull();
  });

  it('with every word of the deck still in it, and back again', () => {
    const slide = fc.array(fc.constantFrom('words', '- item', '', '```\n---\n```', '> quote', 'Note: said'), {
      maxLength: 4,
    });
    const section = fc.array(slide, { minLength: 1, maxLength: 3 });
    const deck = fc.array(section, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(deck, fc.nat(), fc.nat(), fc.constantFrom('', '\n', '\n\n'), (sections, one, other, end) => {
        const text =
          sections
            .map((slides, index) =>
              [`# Section ${index}`, ...slides.map((lines) => lines.join('\n'))].join('\n\n----\n\n'),
            )
            .join('\n\n---\n\n') + end;
        const [from, to] = [one % sections.length, other % sections.length];
        const after = move(text, from, to);
        if (from === to) return after === null;
        if (after === null) return false;
        const words = (all: string): string =>
          all
            .split('\n')
            .filter((line) => !/^(?:-{3,4})?\s*$/.test(line))
            .toSorted()
            .join('\n');
        const back = move(after, to, from) ?? '';
        return words(after) === words(text) && titles(back).join() === titles(text).join();
      }),
      { numRuns: 300 },
    );
  });
});
