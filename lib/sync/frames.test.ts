import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { decodeClientFrame, encodeFrame, MalformedFrame, readLiveMessage, readNotice } from './frames.ts';

describe('frames', () => {
  it('come back as they went', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    expect(decodeClientFrame(encodeFrame.step1(bytes))).toEqual({ type: 'step1', vector: bytes });
    expect(decodeClientFrame(encodeFrame.step2(bytes))).toEqual({ type: 'step2', update: bytes });
    expect(decodeClientFrame(encodeFrame.update(bytes))).toEqual({ type: 'update', update: bytes });
    expect(decodeClientFrame(encodeFrame.awareness(bytes))).toEqual({ type: 'awareness', update: bytes });
    expect(decodeClientFrame(encodeFrame.barrier(1_000_000))).toEqual({ type: 'barrier', token: 1_000_000 });
    expect(decodeClientFrame(encodeFrame.liveRequest({ type: 'present' }))).toEqual({
      type: 'live',
      request: { type: 'present' },
    });
  });

  it.each([
    [Uint8Array.of(77), /type 77 is not known/],
    [Uint8Array.of(0, 8), /type 8 is not known/],
    [Uint8Array.of(0, 2, 9), /ends before/],
    [encodeFrame.live({ type: 'off' }), /expected parts/],
  ])('that are none are refused with a sentence: %s', (bytes, sentence) => {
    expect(() => decodeClientFrame(bytes)).toThrow(sentence);
    expect(() => decodeClientFrame(bytes)).toThrow(MalformedFrame);
  });

  it('of the server are read by schema', () => {
    const after = (bytes: Uint8Array) => {
      const decoder = decoding.createDecoder(bytes);
      decoding.readVarUint(decoder);
      return decoder;
    };
    expect(readNotice(after(encodeFrame.notice({ code: 'frozen' })))).toEqual({ code: 'frozen' });
    const deletion = { code: 'large-deletion', by: null, section: 'Team Ops', seq: 7 } as const;
    expect(readNotice(after(encodeFrame.notice(deletion)))).toEqual(deletion);
    expect(() => readLiveMessage(after(encodeFrame.notice({ code: 'frozen' })))).toThrow(MalformedFrame);
  });
});
