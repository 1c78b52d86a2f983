import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { Refusal } from '#lib/errors.ts';
import { decodeText } from '#lib/imports/decode-text.ts';
import { messages } from '#lib/messages/en.ts';
import { slideRenderer } from '#lib/render/render-slide.ts';
import { slideContents, type SlideContents } from '#lib/render/slide-contents.ts';
import type { DeckModel, Problem, SourceRange } from '#lib/slides/deck-model.ts';
import { lastAtMost } from '#lib/slides/sorted.ts';
import { splitLines, type Lines } from '#lib/slides/lines.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { SlideOptions } from '#lib/slides/slide-options.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';

/** First and last line in the file, from 1. */
type LineSpan = readonly [from: number, to: number];

/** What `plenum inspect` says of a slide: where it is, and what it shows. */
interface InspectedSlide extends SlideContents {
  readonly h: number;
  readonly v: number;
  /** With the separator that opens it. */
  readonly lines: LineSpan;
  /** Set by `.slide:` comments. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly notes: string;
}

/** What `plenum inspect` says of a deck. */
export interface InspectedDeck {
  readonly file: string;
  /** Of the front matter, else the first heading of the first level, else null. */
  readonly title: string | null;
  readonly slideOptions: SlideOptions;
  /** Number of horizontal slides. */
  readonly h: number;
  readonly slides: readonly InspectedSlide[];
  readonly sections: readonly {
    readonly title: string;
    readonly key: string;
    readonly slides: readonly [number, number];
  }[];
  readonly problems: readonly {
    readonly code: Problem['code'];
    readonly lines: LineSpan;
    readonly detail: string;
    readonly says: string;
  }[];
}

/** Reads a file as a deck, without any database. Throws a `Refusal` that names the file when it is no text. */
export async function inspectFile(file: string): Promise<InspectedDeck> {
  return inspectDeck(file, await readText(file));
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Refusal('invalid', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Refusal('invalid', `${file} is not UTF-8: byte ${decoded.offset} begins no character.`);
  return decoded.text;
}

/** What a text means as a deck, and what its slides show after sanitising. */
export function inspectDeck(file: string, text: string): InspectedDeck {
  const model = parseDeck(text);
  const lines = splitLines(text, 0);
  return {
    file,
    title: titleOf(model),
    slideOptions: model.frontMatter.slideOptions,
    h: (model.slides.at(-1)?.h ?? -1) + 1,
    slides: inspectSlides(model, lines),
    sections: model.sections.map(({ title, key, fromSlide, toSlide }) => ({
      title,
      key,
      slides: [fromSlide, toSlide],
    })),
    problems: model.problems.map(({ code, range, detail }) => {
      return { code, lines: lineSpan(lines, range), detail, says: messages.problems.says[code](detail) };
    }),
  };
}

function inspectSlides(model: DeckModel, lines: Lines): readonly InspectedSlide[] {
  const { window } = new JSDOM('');
  const sanitise = createSanitiser(window);
  const render = slideRenderer(model.frontMatter);
  const slides = model.slides.map(({ h, v, range, attributes, notes, source }) => {
    return { h, v, lines: lineSpan(lines, range), ...slideContents(sanitise(render(source))), attributes, notes };
  });
  window.close();
  return slides;
}

function titleOf({ frontMatter, slides }: DeckModel): string | null {
  const first = slides.flatMap(({ headings }) => headings).find(({ level, text }) => level === 1 && text !== '');
  return frontMatter.title ?? first?.text ?? null;
}

function lineSpan({ starts }: Lines, { from, to }: SourceRange): LineSpan {
  return [lastAtMost(starts, from) + 1, lastAtMost(starts, Math.max(from, to - 1)) + 1];
}
