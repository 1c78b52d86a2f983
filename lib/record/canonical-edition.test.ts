import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { canonicalEdition, canonicalJson } from './canonical-edition.ts';
import type { EditionContent } from './edition.ts';

const content: EditionContent = {
  kind: 'slides',
  title: 'Harbour call',
  startsAt: '2026-05-07T13:05:00.000Z',
  timeZone: 'Europe/Berlin',
  hasTime: true,
  slides: [],
  sections: [],
  assets: {},
  provenance: { type: 'call', deck: 'abc', epoch: 1, seq: 7, endedAt: '2026-05-07T14:00:00.000Z' },
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the canonical form of an edition', () => {
  it('has the checksum that it had when format 1 was fixed', () => {
    const form = canonicalEdition({
      format: 1,
      source: bytes('# Möwe\n'),
      presented: bytes('# Möwe\n\nSeen'),
      content,
    });
    expect(createHash('sha256').update(form).digest('hex')).toBe(
      '78be7920871c45255ac7e5d23de9f8e98b0e7f11e828a9d61eb6c521f4abad5b',
    );
  });

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ü"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ü\\"","d":null}]}');
    const { kind, ...rest } = content;
    expect(canonicalJson({ ...rest, kind })).toBe(canonicalJson(content));
  });

  it('keeps source and presented apart', () => {
    const parts = { format: 1, content };
    const one = canonicalEdition({ ...parts, source: bytes('ab'), presented: bytes('c') });
    const other = canonicalEdition({ ...parts, source: bytes('a'), presented: bytes('bc') });
    expect(one).not.toEqual(other);
  });
});
