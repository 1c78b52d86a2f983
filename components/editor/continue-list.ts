import { syntaxTree } from '@codemirror/language';
import type { EditorState, Line, StateCommand } from '@codemirror/state';

/** Indent, mark (`-`, `*`, `+`, `3.`), space, an open or ticked box. */
const ITEM = /^(\s*)([-*+]|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?/;

/** Enter in a list goes on with the next item; in an item without words it ends the list. Elsewhere it leaves the key to others. */
export const continueList: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const item = ITEM.exec(line.text);
  if (state.readOnly || !main.empty || item === null || main.head < line.from + item[0].length) return false;
  if (isCode(state, line)) return false;
  const bare = line.text.length === item[0].length;
  const change = bare ? { from: line.from, to: line.to } : { from: main.head, insert: `\n${nextMark(item)}` };
  const after = bare ? line.from : main.head + 1 + nextMark(item).length;
  dispatch(state.update({ changes: change, selection: { anchor: after }, scrollIntoView: true, userEvent: 'input' }));
  return true;
};

function nextMark(item: RegExpExecArray): string {
  const [, indent = '', mark = '', number, dot = '', space = '', box] = item;
  const next = number === undefined ? mark : `${Number(number) + 1}${dot}`;
  return indent + next + space + (box === undefined ? '' : '[ ] ');
}

function isCode(state: EditorState, line: Line): boolean {
  for (let node = syntaxTree(state).resolveInner(line.from, 1); ;) {
    if (node.name === 'FencedCode' || node.name === 'CodeBlock' || node.name === 'HTMLBlock') return true;
    if (node.parent === null) return false;
    node = node.parent;
  }
}
