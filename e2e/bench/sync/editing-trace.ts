import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { z } from 'zod';

// Plenum reads 60 frames a second from one connection and no more: a frame an edit would take over an hour.
const EDITS_A_FRAME = 500;

const traceSchema = z.object({
  startContent: z.string(),
  endContent: z.string(),
  txns: z.array(z.object({ patches: z.array(z.tuple([z.number(), z.number(), z.string()])) })),
});

/** A real editing history as Yjs updates. */
export interface EditingTrace {
  readonly edits: number;
  /** Updates in order, so many edits in each; no edit left out. */
  readonly updates: readonly Uint8Array[];
  readonly text: string;
}

/** The trace of the automerge paper out of `PLENUM_SHARED`, or null where it is not. */
export function readTrace(): EditingTrace | null {
  const file = path.join(process.env['PLENUM_SHARED'] ?? '../shared', 'traces/automerge-paper.json.gz');
  if (!existsSync(file)) return null;
  const { txns, endContent } = traceSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString()));
  const doc = new Y.Doc();
  doc.clientID = 1_000;
  const text = doc.getText('deck');
  const edits: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => edits.push(update));
  for (const [at, deleted, inserted] of txns.flatMap(({ patches }) => patches)) {
    if (deleted > 0) text.delete(at, deleted);
    if (inserted !== '') text.insert(at, inserted);
  }
  if (text.toString() !== endContent) throw new Error('The trace does not end in its own text.');
  return { edits: edits.length, updates: inFrames(edits), text: endContent };
}

function inFrames(edits: readonly Uint8Array[]): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let at = 0; at < edits.length; at += EDITS_A_FRAME)
    frames.push(Y.mergeUpdates(edits.slice(at, at + EDITS_A_FRAME)));
  return frames;
}
