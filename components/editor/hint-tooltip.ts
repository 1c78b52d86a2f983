import type { EditorView } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import type { Hint } from './hint.ts';
import { mendHints } from './mend-hints.ts';

/** What is said about a hint beside the text: the sentence and, for who may write, the button that mends it. */
export function hintTooltip(view: EditorView, hint: Hint): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-hint';
  const sentence = box.appendChild(document.createElement('p'));
  sentence.textContent = messages.problems.says[hint.code](hint.detail);
  if (hint.fix !== null && !view.state.readOnly) box.append(mendButton(view, hint, hint.fix.insert));
  return box;
}

function mendButton(view: EditorView, hint: Hint, insert: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cm-hint-mend';
  button.textContent = messages.problems.mend(hint.code, insert);
  // Without leaving the text, which would close this before it was pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    mendHints(view, new Set([hint.id]));
    view.focus();
  });
  return button;
}
