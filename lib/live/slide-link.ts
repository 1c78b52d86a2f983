import type * as Y from 'yjs';
import { lookForSlide, resolveAnchor } from '#lib/deck/anchor.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';

/** A slide as a copied link names it: its separator as a Yjs relative position (base64), and how the hash of its source begins. */
export interface SlideLink {
  readonly anchor: string;
  readonly hash: string;
}

const HASH_DIGITS = 12;
const WRITTEN = /^([A-Za-z0-9_-]{1,680})\.([0-9a-f]{12})$/;

/** A slide for an address: `<anchor>.<hash>`, the anchor as base64url, of the hash the first twelve digits. */
export function writeSlideLink({ anchor, hash }: SlideLink): string {
  const safe = anchor.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${safe}.${hash.slice(0, HASH_DIGITS).padEnd(HASH_DIGITS, '0')}`;
}

/** What an address says of a slide, or null when that is nothing a link of ours would say. */
export function readSlideLink(written: unknown): SlideLink | null {
  const [, safe, hash] = (typeof written === 'string' ? WRITTEN.exec(written) : null) ?? [];
  if (safe === undefined || hash === undefined) return null;
  const anchor = safe.replaceAll('-', '+').replaceAll('_', '/');
  return { anchor: anchor.padEnd(Math.ceil(anchor.length / 4) * 4, '='), hash };
}

/**
 * Running number of the linked slide in this text: by its anchor, else by its text elsewhere, else what stands where it stood; null
 * when nothing here was ever that slide.
 */
export function findLinkedSlide(doc: Y.Doc, model: DeckModel, link: SlideLink): number | null {
  const whole = model.slides.find(({ hash }) => hash.startsWith(link.hash))?.hash ?? '';
  if (whole === '' && resolveAnchor(doc, link.anchor) === null) return null;
  return lookForSlide(doc, model, { anchor: link.anchor, hash: whole, heading: '', slide: 0 }).slide;
}
