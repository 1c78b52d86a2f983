import type { EditorView } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import { describe, isDescribed } from './describe-picture.ts';
import { isMendable, type Hint } from './hint.ts';
import { keepCopy } from './keep-copy.ts';
import { mendHints } from './mend-hints.ts';
import { placedHints } from './placed-hints.ts';

/** What is said about a hint beside the text: the sentence and, for who may write, the button that mends it. */
export function hintTooltip(view: EditorView, hint: Hint): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-hint';
  const sentence = box.appendChild(document.createElement('p'));
  sentence.textContent = messages.problems.says[hint.code](hint.detail);
  if (view.state.readOnly) return box;
  const mend = (): void => {
    if (!keepCopy(view, hint)) mendHints(view, new Set([hint.id]));
    view.focus();
  };
  if (isMendable(hint)) box.append(hintButton(messages.problems.mend(hint.code, hint.fix?.insert ?? ''), mend));
  else if (isDescribed(hint)) box.append(hintButton(messages.pictureMenu.describe, () => describeNow(view, hint)));
  return box;
}

function hintButton(words: string, press: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cm-hint-mend';
  button.textContent = words;
  // Without leaving the text, which would close this before it was pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', press);
  return button;
}

function describeNow(view: EditorView, hint: Hint): void {
  const now = placedHints(view.state).find(({ marked }) => marked.hint.id === hint.id);
  if (now !== undefined) describe(view, now.from);
}
