// @vitest-environment jsdom
import { EditorView, ViewPlugin } from '@codemirror/view';
import { expect, it } from 'vitest';
import { quietDepth } from './quiet-depth.ts';

/** What the window hears of a part of the editor that throws this. */
function heardOf(fault: Error): readonly unknown[] {
  const heard: unknown[] = [];
  const listen = (event: ErrorEvent): void => {
    event.preventDefault();
    heard.push(event.error);
  };
  addEventListener('error', listen);
  const broken = ViewPlugin.define(() => ({
    update: () => {
      throw fault;
    },
  }));
  const view = new EditorView({ extensions: [quietDepth(), broken] });
  view.dispatch({ changes: { from: 0, insert: 'x' } });
  expect(view.state.doc.toString()).toBe('x');
  view.destroy();
  removeEventListener('error', listen);
  return heard;
}

it('says nothing of text that nests too deep', () => {
  expect(heardOf(new RangeError('Maximum call stack size exceeded'))).toEqual([]);
});

it('says every other fault', () => {
  const fault = new TypeError('x is not a function');
  expect(heardOf(fault)).toEqual([fault]);
});
