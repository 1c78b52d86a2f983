import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { FanOut } from './fan-out.ts';
import type { Member } from './member.ts';

const KEYS = 150;

/** A member that takes this long to be sent a frame, with the text that it has heard and the time that sending took. */
function slowReader(milliseconds: number) {
  const doc = createDeckDoc();
  const heard = { frames: 0, sending: 0, text: () => readDeckText(doc) };
  const member: Member = {
    standing: { person: null, read: true, write: false, present: false, takeOver: false, audienceOnly: true },
    speaksOurs: false,
    deliver(frame) {
      const began = performance.now();
      heard.frames += 1;
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))));
      // What a crowd of hundreds costs.
      while (performance.now() - began < milliseconds);
      heard.sending += performance.now() - began;
    },
    tell: () => undefined,
    close: () => undefined,
    refreshStanding: () => Promise.resolve(),
    recheck: () => Promise.resolve(),
  };
  return { member, heard };
}

/** A document whose edits go to these members. */
function typeTo(members: readonly Member[]) {
  const doc = createDeckDoc();
  const fanOut = new FanOut(new Set(members), () => fanOut.send());
  doc.on('update', (update: Uint8Array) => fanOut.push(update, null));
  return { text: deckText(doc), fanOut };
}

describe('edits go out', () => {
  it('at once when they come alone, and to everybody but who wrote them', async () => {
    const [ada, bo] = [slowReader(0), slowReader(0)];
    const fanOut = new FanOut(new Set([ada.member, bo.member]), () => fanOut.send());
    const doc = createDeckDoc();
    doc.on('update', (update: Uint8Array) => fanOut.push(update, ada.member));
    deckText(doc).insert(0, 'a');
    await turn();
    expect([ada.heard.frames, bo.heard.text(), fanOut.idle]).toEqual([0, 'a', true]);
  });

  it('together in a rush, so that sending to a crowd takes a quarter of the time, and all of them arrive', async () => {
    const { member, heard } = slowReader(6);
    const { text } = typeTo([member]);
    const began = performance.now();
    // The keys are what is measured: their pace is given, nothing is waited for.
    for (let key = 0; key < KEYS; key += 1) {
      text.insert(key, 'k');
      await pause(3);
    }
    const share = heard.sending / (performance.now() - began);
    await vi.waitFor(() => expect(heard.text()).toBe('k'.repeat(KEYS)));
    expect(share).toBeLessThan(0.34);
    expect(heard.frames).toBeLessThan(KEYS / 3);
  });

  it('no more once it is stopped', async () => {
    const { member, heard } = slowReader(0);
    const { text, fanOut } = typeTo([member]);
    text.insert(0, 'a');
    fanOut.stop();
    await turn();
    expect([heard.frames, fanOut.idle]).toEqual([0, false]);
  });
});
