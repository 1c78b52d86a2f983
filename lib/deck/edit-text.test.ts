import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unrelatedTexts } from '#e2e/harness/unrelated-texts.ts';
import { createDeckDoc, deckText, readDeckText } from './deck-doc.ts';
import { applyChanges, editDeckText, textChanges, type TextChange } from './edit-text.ts';

function applied(text: string, changes: readonly TextChange[]): string {
  return changes
    .toReversed()
    .reduce((all, { at, remove, insert }) => all.slice(0, at) + insert + all.slice(at + remove), text);
}

const word = constantFrom('a', 'b', '\n', '---\n', 'Welcome ', '🎉', '👩‍👧', 'ü', '- item\n');
const text = array(word, { maxLength: 60 }).map((words) => words.join(''));

describe('textChanges', () => {
  it('leads from any text to any other, whole characters at a time', () => {
    assert(
      property(text, text, (before, after) => {
        const changes = textChanges(before, after);
        expect(applied(before, changes)).toBe(after);
        for (const change of changes) expect(change.insert.isWellFormed()).toBe(true);
      }),
      { numRuns: 400, seed: 20261121 },
    );
  });

  it('touches only the word that changed', () => {
    expect(textChanges('# One\n\n- first\n- last\n', '# One\n\n- first\n- least\n')).toEqual([
      { at: 18, remove: 0, insert: 'e' },
    ]);
  });

  it('never splits an emoji', () => {
    expect(textChanges('a 😀 b', 'a 😁 b')).toEqual([{ at: 2, remove: 2, insert: '😁' }]);
  });

  it('answers for two unrelated long texts without blocking', () => {
    const before = Array.from({ length: 4_000 }, (_, line) => `left ${line}\n`).join('');
    const after = Array.from({ length: 2_000 }, (_, line) => `right ${line * 7}\n`).join('');
    expect(applied(before, textChanges(before, after))).toBe(after);
  }, 2_000);
});

describe('texts that were made to be hard to compare', () => {
  it.each(unrelatedTexts().map((pair, index) => [index, ...pair] as const))(
    'take bounded work, and still become each other: %i',
    (_, before, after) => {
      const began = performance.now();
      const changes = textChanges(before, after);
      // Fifty milliseconds on a quiet machine (bench history); without bounds it would be minutes.
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(applyChanges(before, changes)).toBe(after);
    },
  );
});

describe('editDeckText', () => {
  it('leaves what others wrote in the same line', () => {
    const doc = createDeckDoc();
    deckText(doc).insert(0, 'Ada reports\nBo listens\n');
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    editDeckText(doc, 'Ada reports\r\nBo really listens\r\n', 'test');
    expect(readDeckText(doc)).toBe('Ada reports\nBo really listens\n');
    expect(updates).toHaveLength(1);
  });
});
