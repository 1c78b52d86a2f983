import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { continueList } from './continue-list.ts';
import { deckLanguage } from './deck-language.ts';

/** The text after Enter at the `|`, with the cursor as `|`; null when Enter was left to others. */
function enter(marked: string): string | null {
  const at = marked.indexOf('|');
  const doc = marked.replace('|', '');
  let state = EditorState.create({ doc, selection: { anchor: at }, extensions: [deckLanguage()] });
  const done = continueList({ state, dispatch: (transaction) => (state = transaction.state) });
  if (!done) return null;
  const text = state.doc.toString();
  const { head } = state.selection.main;
  return `${text.slice(0, head)}|${text.slice(head)}`;
}

it('goes on with the mark of the list', () => expect(enter('* one|')).toBe('* one\n* |'));
it('keeps the indent', () => expect(enter('- a\n    - b|')).toBe('- a\n    - b\n    - |'));
it('counts on', () => expect(enter('9. nine|')).toBe('9. nine\n10. |'));
it('begins the next box open', () => expect(enter('- [x] done|')).toBe('- [x] done\n- [ ] |'));
it('takes what stands behind the cursor along', () => expect(enter('- one| two')).toBe('- one\n- | two'));
it('ends the list in an item without words', () => expect(enter('- one\n- |')).toBe('- one\n|'));
it('leaves plain lines alone', () => expect(enter('# Title|')).toBeNull());
it('leaves a separator alone', () => expect(enter('---|')).toBeNull());
it('leaves the mark itself alone', () => expect(enter('|- one')).toBeNull());
it('leaves code alone', () => expect(enter('```\n- one|\n```')).toBeNull());
