// @vitest-environment jsdom
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { BlameView } from '#lib/history/history-views.ts';
import { openDeckEditor, type DeckEditor } from './deck-editor.ts';

const opened: DeckEditor[] = [];
afterEach(() => {
  opened.splice(0).forEach((editor) => editor.destroy());
  vi.useRealTimers();
});

test('the margin says who wrote each line, once for neighbours, while somebody types above', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const doc = new Y.Doc();
  const text = doc.getText('deck');
  text.insert(0, '# Team Ops\n- one\n- two\n');
  const blame: BlameView = {
    people: [
      { id: 'ada', name: 'Ada Harbour', hue: 10, guest: false },
      { id: 'ben', name: 'Ben Berth', hue: 200, guest: true },
    ],
    runs: [
      [doc.clientID, 0, 11, 0, 100],
      [doc.clientID, 11, 12, 1, 200],
    ],
  };
  const parent = document.body.appendChild(document.createElement('div'));
  const editor = openDeckEditor(parent, {
    text,
    awareness: new Awareness(doc),
    nonce: 'n0nce',
    onCursor: () => undefined,
    onTooLong: () => undefined,
    onFiles: () => undefined,
    onKeepCopy: () => undefined,
    onDescribe: () => undefined,
  });
  opened.push(editor);
  editor.setWritable(true);
  let newer = 0;
  editor.showBlame({ blame, sayWhen: (at) => `at ${at}`, onNewer: () => (newer += 1) });
  vi.advanceTimersByTime(300);
  const marks = () => [...parent.querySelectorAll<HTMLElement>('.cm-blame-mark[title]')].map(({ title }) => title);
  const names = () => [...parent.querySelectorAll('.cm-blame-name')].map(({ textContent }) => textContent);
  expect(marks().slice(0, 3)).toEqual(['Ada Harbour, at 100', 'Ben Berth, at 200', 'Ben Berth, at 200']);
  expect(names().slice(0, 2)).toEqual(['Ada Harbour', 'Ben Berth']);
  expect(newer).toBe(0);

  EditorView.findFromDOM(parent)?.dispatch({ changes: { from: 0, insert: 'Hello\n' }, userEvent: 'input.type' });
  vi.advanceTimersByTime(300);
  expect(marks().slice(0, 3)).toEqual(['just now', 'Ada Harbour, at 100', 'Ben Berth, at 200']);
  expect(newer).toBe(1);

  editor.showBlame(null);
  expect(marks()).toEqual([]);
});
