import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { StateAnswers } from './state-answers.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());

/** What somebody reads who takes this frame over what they have. */
function read(frame: Uint8Array, doc = new Y.Doc()): string {
  const decoder = decoding.createDecoder(frame);
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 1]);
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  return doc.getText('deck').toString();
}

it('writes the whole state out once for all who come with nothing, and anew after an edit', () => {
  const doc = new Y.Doc();
  doc.getText('deck').insert(0, 'Harbour');
  const answers = new StateAnswers(doc);
  const first = answers.to(NOTHING);
  expect(read(first)).toBe('Harbour');
  expect(answers.to(NOTHING)).toBe(first);
  doc.getText('deck').insert(7, ' lights');
  expect(read(answers.to(NOTHING))).toBe('Harbour lights');
});

it('sends only the difference to who has something', () => {
  const doc = new Y.Doc();
  doc.getText('deck').insert(0, 'Harbour '.repeat(100));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  doc.getText('deck').insert(0, 'New ');
  const frame = new StateAnswers(doc).to(Y.encodeStateVector(other));
  expect(frame.length).toBeLessThan(60);
  expect(read(frame, other)).toMatch(/^New Harbour/);
});
