import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { keepCursor } from './keep-cursor.ts';

const A = '# Team A\n\nwords of the first section\n\n';
const B = '---\n\n# Team B\n\nwords of the second section\n\n';

function state(head: number): EditorState {
  return EditorState.create({ doc: A + B, selection: { anchor: head }, extensions: [keepCursor()] });
}

it('goes along with a section that is moved', () => {
  const head = (A + B).indexOf('second');
  const { state: after } = state(head).update({
    changes: [
      { from: 0, insert: `${B.replace('---\n\n', '')}---\n\n` },
      { from: A.length, to: A.length + B.length },
    ],
  });
  expect(after.sliceDoc(after.selection.main.head).startsWith('second')).toBe(true);
});

it('stays where it is when something else is moved, and where words are only deleted', () => {
  const head = A.indexOf('first');
  const moved = state(head).update({
    changes: [
      { from: 0, insert: B },
      { from: A.length, to: A.length + B.length },
    ],
  }).state;
  expect(moved.sliceDoc(moved.selection.main.head).startsWith('first')).toBe(true);
  const cut = state(head).update({ changes: { from: 3, to: A.length } }).state;
  expect(cut.selection.main.head).toBe(3);
});

it('follows the last letters that are brought after a move, and stays between two sections', () => {
  const [at, late] = [A.length + B.length, 'x'];
  const typed = EditorState.create({ doc: A + B + late, selection: { anchor: at + 1 }, extensions: [keepCursor()] });
  const brought = typed.update({
    changes: [
      { from: A.length - 2, insert: late },
      { from: at, to: at + 1 },
    ],
  }).state;
  expect(brought.sliceDoc(0, brought.selection.main.head).endsWith('sectionx')).toBe(true);
  const moved = state(A.length).update({
    changes: [
      { from: 0, to: A.length },
      { from: A.length + B.length, insert: A },
    ],
  }).state;
  expect(moved.selection.main.head).toBe(0);
});
