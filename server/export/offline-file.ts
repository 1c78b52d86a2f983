import { createHash } from 'node:crypto';

import type { OfflineDeck } from '#lib/export/offline-deck.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { deckBackground } from '#lib/pictures/deck-background.ts';
import { escapeHtml } from '#lib/export/escape-html.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { renderReading } from '#lib/render/reading.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { slideKey, wholeDeckMessage } from '#lib/stage/deck-message.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { readStageFile } from '#server/stage/stage-files.ts';

import { frameDocument, scriptText } from './frame-document.ts';
import { dataAddress } from './inline-pictures.ts';
import type { ExportSource } from './write-markdown.ts';

/**
 * One HTML file that presents a deck without a server and is read without scripts: the stage in a sandboxed frame, its pictures, fonts and
 * scripts in the file. It comes in parts, with one picture in memory at a time.
 */
export async function* offlineFile(source: ExportSource): AsyncGenerator<string> {
  const model = parseDeck(source.text);
  const pictures = new FilePictures(source.keptFor);
  const text = textOf(model, source, pictures);
  const rest = pictures.restOf(source.text);
  const page = pageAround(model, source, pictures);
  yield page.head;
  for (const part of (text + rest).split(PLACE)) yield await pictures.written(part);
  yield page.foot;
}

const PLACE = /(<img src="#picture-\d+")/;

/** The pictures of a file, each once and by its number. */
class FilePictures {
  readonly #keptFor: (address: string) => KeptAsset | null;
  readonly #numbers = new Map<string, number>();
  readonly #kept: KeptAsset[] = [];
  readonly #addresses = new Map<string, string>();
  readonly #written = new Set<number>();

  constructor(keptFor: (address: string) => KeptAsset | null) {
    this.#keptFor = keptFor;
  }

  /** The place of a picture in the markup; null for one that is not kept. */
  place(address: string): string | null {
    const kept =
      this.#keptFor(address) ?? this.#keptFor(address.replace(/^\.\//, '')) ?? this.#keptFor(decoded(address));
    if (kept === null) return /^data:image\//i.test(address) ? address : null;
    const number = this.#numbers.get(kept.hash) ?? this.#kept.push(kept) - 1;
    this.#numbers.set(kept.hash, number);
    this.#addresses.set(address, String(number));
    return `#picture-${number}`;
  }

  /** Address in the text → number of its picture. */
  addresses(): Record<string, string> {
    return Object.fromEntries(this.#addresses);
  }

  /** What the text to read does not show: pictures that only a deck's CSS or a form of its own names. */
  restOf(text: string): string {
    const known = new Set(this.#addresses.keys());
    const places = pictureReferences(text).flatMap((address) => (known.has(address) ? [] : [this.place(address)]));
    const shown = places.filter((place) => place?.startsWith('#') === true);
    return shown.map((place) => `<p hidden><img src="${place}" alt=""></p>\n`).join('');
  }

  /** A part of the markup as it goes into the file: a place becomes the picture, or a word of where it was before. */
  async written(part: string): Promise<string> {
    const found = /^<img src="#picture-(\d+)"/.exec(part)?.[1];
    const kept = found === undefined ? undefined : this.#kept[Number(found)];
    if (found === undefined || kept === undefined) return part;
    const number = Number(found);
    if (this.#written.has(number)) return `<img data-again="${number}"`;
    this.#written.add(number);
    const address = await dataAddress(kept);
    // The text names it all the same.
    return address === null ? '<img data-lost' : `<img data-picture="${number}" src="${address}"`;
  }
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The whole text with its pictures, slide by slide: all there is without scripts. */
function textOf(model: DeckModel, { facts, kind }: ExportSource, pictures: FilePictures): string {
  const slides = model.slides.map((slide) => {
    const number = slide.index + 1;
    const label = kind === 'minutes' ? '' : `<p class="number">${words.offline.slide(number)}</p>\n`;
    return `<section id="slide-${number}">\n${label}${slideText(model, slide, pictures)}</section>\n`;
  });
  return headerOf(facts) + slides.join('');
}

/** Below its words the pictures that only its slide shows: behind it, or written as HTML. */
function slideText(model: DeckModel, slide: Slide, pictures: FilePictures): string {
  const shown = new Set<string>();
  const picture = (address: string): string | null => {
    const place = pictures.place(address);
    if (place !== null) shown.add(place);
    return place;
  };
  const text = renderReading(slide.source, { breaks: model.frontMatter.breaks, picture });
  const deckPicture = slide.index === 0 ? deckBackground(model) : null;
  const others = [...(deckPicture === null ? [] : [deckPicture.address]), ...pictureReferences(slide.source)];
  const places = new Set(
    others.map((address) => pictures.place(address)).filter((place) => place?.startsWith('#') === true),
  );
  const more = [...places].filter((place) => place !== null && !shown.has(place));
  return text + more.map((place) => `<p><img src="${place}" alt=""></p>\n`).join('');
}

function headerOf({ title, series, date, address }: ExportSource['facts']): string {
  const said = escapeHtml([series, date].filter((part) => part !== null).join(' · '));
  const where = address === null ? '' : escapeHtml(address);
  const link = where === '' ? '' : ` · <a href="${where}" rel="noopener noreferrer">${where}</a>`;
  const hint = `<noscript><p>${words.offline.noScript}</p></noscript>`;
  return `<header>\n<h1>${escapeHtml(title)}</h1>\n<p>${said}${link}</p>\n${hint}\n</header>\n`;
}

function pageAround(model: DeckModel, source: ExportSource, pictures: FilePictures): { head: string; foot: string } {
  const frame = frameDocument(model, {
    print: false,
    sections: source.sections.map(({ fromSlide }) => slideKey(fromSlide)),
    title: source.facts.title,
  });
  const message = wholeDeckMessage(model, {
    assets: pictures.addresses(),
    foreignPictures: false,
    interactive: true,
    measured: false,
    pickable: false,
  });
  const script = scriptText('offline.js');
  const hash = createHash('sha256').update(script).digest('base64');
  // Policies of a page hold for the frames that it writes itself: what the stage needs stands here, too.
  const policy = `default-src 'none'; script-src 'sha256-${hash}' ${frame.scripts.join(' ')}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  const { lang } = model.frontMatter;
  const head = `<!doctype html>
<html lang="${escapeHtml(lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml([source.facts.title, source.facts.date].filter((part) => part !== null).join(' · '))}</title>
<style>${readStageFile('offline.css').toString('utf8')}</style>
</head>
<body>
<main id="stage" tabindex="-1" aria-label="${words.offline.slides}" hidden></main>
<main id="text">
`;
  return {
    head,
    foot: `</main>\n${barOf(source, model.slides.length)}${outlineOf(model, source)}${dataOf({ frame: frame.markup, message })}<script>${script}</script>\n</body>\n</html>\n`,
  };
}

function barOf({ facts }: ExportSource, slideCount: number): string {
  const { back, on, contents, read, slides, print, full } = words.offline;
  return `<footer id="bar" hidden>${button('back', '‹', back)}<span id="position" role="status">1 / ${slideCount}</span>${button('on', '›', on)}<p>${escapeHtml(facts.title)}</p>${button('contents', contents)}${button('read', read)}${button('slides', slides)}${button('print', print)}${button('full', full)}</footer>\n`;
}

function button(id: string, name: string, label = name): string {
  return `<button type="button" id="${id}" aria-label="${label}">${name}</button>`;
}

/** Sections with their slides. */
function outlineOf(model: DeckModel, { sections: all }: ExportSource): string {
  const sections = all.filter(({ fromSlide, toSlide }) => toSlide > fromSlide);
  const parts = sections.map(({ title, fromSlide }, index) => {
    const to = sections[index + 1]?.fromSlide ?? model.slides.length;
    const items = model.slides.slice(fromSlide + 1, to).map((slide) => `<li>${linkTo(slide, '')}</li>`);
    const first = model.slides[fromSlide];
    const below = items.length === 0 ? '' : `<ol>${items.join('')}</ol>`;
    return first === undefined ? '' : `<li>${linkTo(first, title)}${below}</li>\n`;
  });
  return `<dialog id="outline" aria-label="${words.offline.contents}"><form method="dialog"><button>${words.offline.close}</button></form><ol>\n${parts.join('')}</ol></dialog>\n`;
}

function linkTo({ index, headings }: Slide, title: string): string {
  const heading = title === '' ? (headings.find(({ text }) => text !== '')?.text ?? '') : title;
  return `<a href="#slide-${index + 1}">${escapeHtml(heading === '' ? words.offline.slide(index + 1) : heading)}</a>`;
}

/** Data in a page: nothing in it may look like the end of its element. */
function dataOf(deck: OfflineDeck): string {
  return `<script type="application/json" id="deck">${JSON.stringify(deck).replaceAll('<', String.raw`\u003c`)}</script>\n`;
}
