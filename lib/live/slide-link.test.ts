import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt } from '#lib/deck/anchor.ts';
import { toBase64 } from '#lib/deck/base64.ts';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { findLinkedSlide, readSlideLink, writeSlideLink } from './slide-link.ts';

const DECK = '# Welcome\n\n---\n\n# Team Ops\n\n- lamps\n\n---\n\n# Goodbye\n';

/** A deck whose middle slide somebody has copied a link to. */
function linked() {
  const doc = createDeckDoc();
  const text = deckText(doc);
  text.insert(0, DECK);
  const model = () => parseDeck(readDeckText(doc));
  const slide = model().slides[1];
  if (slide === undefined) throw new Error('no slide');
  const written = writeSlideLink({ anchor: anchorAt(doc, slide.range.from), hash: slide.hash });
  const link = readSlideLink(written);
  if (link === null) throw new Error(`not read: ${written}`);
  return { text, doc, written, found: () => findLinkedSlide(doc, model(), link) };
}

describe('the link to a slide', () => {
  it('goes into an address as it is', () => {
    const { written } = linked();
    expect(encodeURIComponent(written)).toBe(written);
  });

  it('is read back whatever the bytes of the anchor', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const link = { anchor: toBase64(bytes), hash: '0123456789ab' };
        expect(readSlideLink(writeSlideLink(link))).toEqual(link);
      }),
    );
  });

  it.each([undefined, '', '.', 'abc', 'abc.0123', 'a/b.0123456789ab', ['x'], 'abc.0123456789ab.agenda'])(
    'is nothing that it would not write: %s',
    (written) => expect(readSlideLink(written)).toBeNull(),
  );

  it('stays right when slides come before it and its own text changes', () => {
    const { text, found } = linked();
    text.insert(0, '# Before\n\n---\n\n');
    text.insert(text.toJSON().indexOf('lamps'), 'all the ');
    expect(found()).toBe(2);
  });

  it('finds the slide again after it was cut and put elsewhere', () => {
    const { text, found } = linked();
    const whole = text.toJSON();
    const from = whole.indexOf('---\n\n# Team Ops');
    const to = whole.indexOf('---\n\n# Goodbye');
    text.delete(from, to - from);
    text.insert(text.length, `\n${whole.slice(from, to)}`);
    expect(found()).toBe(2);
  });

  it('leads to what stands where a deleted slide stood', () => {
    const { text, found } = linked();
    const whole = text.toJSON();
    const from = whole.indexOf('---\n\n# Team Ops');
    text.delete(from, whole.indexOf('---\n\n# Goodbye') - from);
    expect(found()).toBe(1);
  });

  it('leads nowhere in a deck that never had the slide', () => {
    const { doc: other } = linked();
    const doc = createDeckDoc();
    deckText(doc).insert(0, '# Another deck\n');
    const model = parseDeck(readDeckText(other));
    const slide = model.slides[1];
    const link = { anchor: anchorAt(other, slide?.range.from ?? 0), hash: (slide?.hash ?? '').slice(0, 12) };
    expect(findLinkedSlide(doc, parseDeck(readDeckText(doc)), link)).toBeNull();
  });
});
