// @vitest-environment jsdom
import { foldedRanges } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldAllOf, foldSections } from './fold-sections.ts';

const DECK = '# A\n\none\n\n---\n\n# B\n\ntwo\n\n---\n\n# C\n\nthree';
let view: EditorView | null = null;
afterEach(() => view?.destroy());

function folded(shown: EditorView): readonly string[] {
  const texts: string[] = [];
  foldedRanges(shown.state).between(0, shown.state.doc.length, (from, to) => {
    texts.push(shown.state.sliceDoc(from, to).trim());
  });
  return texts;
}

it('folds sections but for their headings, lets edits through, and shows all again', () => {
  view = new EditorView({ state: EditorState.create({ doc: DECK, extensions: [foldSections()] }) });
  const [first, , last] = parseDeck(DECK).sections;
  foldAllOf(
    view,
    [first, last].flatMap((section) => (section === undefined ? [] : [section.range])),
  );
  expect(folded(view)).toEqual(['one', 'three']);
  view.dispatch({ changes: { from: DECK.indexOf('two'), insert: 'twenty-' } });
  view.dispatch({ changes: { from: 0, insert: '\n' } });
  expect(folded(view)).toEqual(['one', 'three']);
  foldAllOf(view, []);
  expect(folded(view)).toEqual([]);
});
