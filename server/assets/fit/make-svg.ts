import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';

import { MAX_SVG_DEPTH, MAX_SVG_ELEMENTS, MAX_SVG_PICTURE_PIXELS, MAX_SVG_PICTURES } from '#lib/assets/asset-limits.ts';
import { sniffPicture } from '#lib/assets/sniff-picture.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';

import { cleanSvg } from './clean-svg.ts';
import type { MadeRaster } from './make-raster.ts';
import { isDrawable } from './svg-cost.ts';
import { fixSize } from './svg-size.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const DECLARATION = `xmlns="${NAMESPACE}"`;
/** Each attribute takes a hundred times its letters in memory. Real drawings have three or four an element. */
const MAX_ATTRIBUTES = 100_000;
const MAX_ROUGH_DEPTH = 4 * MAX_SVG_DEPTH;

/** Writes an SVG anew from what is harmless in it. Refuses what cannot be read, says no size or would draw for minutes. */
export async function makeSvg(file: string): Promise<MadeRaster> {
  const { window } = new JSDOM('');
  const root = rootOf(textOf(await readFile(file)), window);
  if (isTooDeep(root)) throw new Refusal('too-large', pictureProblems.svgTooMuch);
  try {
    cleanSvg(root, window);
  } catch (cause) {
    throw Object.assign(new Refusal('invalid', pictureProblems.svgNotRead), { cause });
  }
  if (!isDrawable(root)) throw new Refusal('too-large', pictureProblems.svgTooCostly);
  await redrawPictures(root);
  const size = fixSize(root);
  const bytes = Buffer.from(new window.XMLSerializer().serializeToString(root));
  return { type: 'image/svg+xml', extension: 'svg', ...size, bytes };
}

function textOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (/<!ENTITY/i.test(text)) throw new Refusal('invalid', pictureProblems.svgEntities);
  // Counted before the document is made: that is what takes the memory.
  const isTooMuch = count(text, /<[a-z_]/gi) > MAX_SVG_ELEMENTS || count(text, /=\s*["']/g) > MAX_ATTRIBUTES;
  if (isTooMuch || depthOf(text) > MAX_ROUGH_DEPTH) throw new Refusal('too-large', pictureProblems.svgTooMuch);
  return text;
}

/** About how deep tags are nested: what stands in comments counts too. Deep documents take minutes to be made. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const [tag, end] of text.matchAll(/<(\/)?[a-z_](?:[^>"']|"[^"]*"|'[^']*'){0,5000}>/gi)) {
    if (end !== undefined) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', pictureProblems.svgNotRead);
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  while (pattern.test(text)) found += 1;
  return found;
}

function rootOf(text: string, window: JSDOM['window']): Element {
  const root = new window.DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName === 'svg' && root.namespaceURI === NAMESPACE) return root;
  // Written by hand, for a page of HTML, where the namespace goes without saying.
  const isBare = root.localName === 'svg' && root.namespaceURI === null && !text.includes(`<svg ${DECLARATION}`);
  if (isBare) return rootOf(text.replace(/<svg\b/, `<svg ${DECLARATION}`), window);
  throw new Refusal('invalid', pictureProblems.svgNotRead);
}

function isTooDeep(root: Element): boolean {
  let level: readonly Element[] = [root];
  for (let depth = 0; depth < MAX_SVG_DEPTH; depth += 1) {
    level = level.flatMap((element) => Array.from(element.children));
    if (level.length === 0) return false;
  }
  return true;
}

/** Pictures inside are made fit like all others; those that cannot be are left out. */
async function redrawPictures(root: Element): Promise<void> {
  let kept = 0;
  for (const element of root.querySelectorAll('image, feImage'))
    for (const attribute of Array.from(element.attributes).filter(({ localName }) => localName === 'href')) {
      if (attribute.value.trim().startsWith('#')) continue;
      const address = kept < MAX_SVG_PICTURES ? await redrawn(attribute.value) : null;
      if (address === null) element.removeAttributeNode(attribute);
      else attribute.value = address;
      kept += 1;
    }
}

async function redrawn(address: string): Promise<string | null> {
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  const kind = sniffPicture(bytes)?.extension;
  if (kind === undefined || kind === 'svg') return null;
  try {
    const { makeRaster } = await import('./make-raster.ts');
    const { type, bytes: made } = await makeRaster(bytes, kind, MAX_SVG_PICTURE_PIXELS);
    return `data:${type};base64,${made.toString('base64')}`;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
