// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { drawSelection, EditorView } from '@codemirror/view';
import { caretBlink } from './caret-blink.ts';

const opened: EditorView[] = [];
afterEach(() => opened.splice(0).forEach((view) => view.destroy()));

function openEditor(): { readonly view: EditorView; readonly caret: () => string | undefined } {
  const view = new EditorView({ parent: document.body, doc: 'text', extensions: [drawSelection(), caretBlink()] });
  opened.push(view);
  view.focus();
  return { view, caret: () => view.dom.querySelector<HTMLElement>('.cm-cursorLayer')?.style.visibility };
}

it('blinks while nobody types, and is there with every key', async () => {
  const { view, caret } = openEditor();
  await vi.waitFor(() => expect(caret()).toBe('hidden'), 3000);
  view.dispatch({ changes: { from: 0, insert: 'x' } });
  expect(caret()).toBe('');
  await vi.waitFor(() => expect(caret()).toBe('hidden'), 3000);
  await vi.waitFor(() => expect(caret()).toBe(''), 3000);
});

it('does nothing where the keyboard is not', async () => {
  const { view, caret } = openEditor();
  await vi.waitFor(() => expect(caret()).toBe('hidden'), 3000);
  view.contentDOM.blur();
  await vi.waitFor(() => expect(caret()).toBe(''), 3000);
});
