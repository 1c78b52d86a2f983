import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';
import { namesPicture } from '#lib/stage/picture-address.ts';
import { markdownAlts } from './alt-ways.ts';
import { attributeEdits, type AttributeChanges } from './attribute-edits.ts';
import { seenOf, sizeText } from './edit-picture.ts';
import { firstHeld, outcomeNow, type Outcome } from './held-edit.ts';
import { optionWays, type OptionChanges } from './option-ways.ts';
import { quotableAddress } from './plain-address.ts';
import { wholeItem, wholeLine, wholeParagraph } from './whole-line.ts';
import type { PictureSize, TextPicture, WrittenPicture } from './written-picture.ts';

/** Where a picture goes: into the text of a slide, behind it, or behind all slides. `opacity` null shows all of it. */
export type Destination =
  | { readonly place: 'text'; readonly slide: number; readonly alt: string; readonly size: PictureSize }
  | { readonly place: 'slide'; readonly slide: number; readonly opacity: number | null }
  | { readonly place: 'deck'; readonly opacity: number | null };

type Way = readonly TextEdit[];

const NO_BACKGROUND: AttributeChanges = {
  'data-background-image': null,
  'data-background-size': null,
  'data-background-opacity': null,
};
const NO_PARALLAX: OptionChanges = {
  parallaxBackgroundImage: null,
  parallaxBackgroundSize: null,
  parallaxBackgroundOpacity: null,
};

/**
 * Takes a picture from where it is and puts it somewhere else, where it takes the place of another one behind slides; where it is
 * already only its opacity changes. Null when the text does not allow it without changing more than that.
 */
export function movePicture(model: DeckModel, picture: WrittenPicture, to: Destination): readonly TextEdit[] | null {
  const slide = to.place === 'deck' ? picture.slide : to.slide;
  const before = outcomeNow(model, slide);
  const same = picture.place === to.place;
  const taken = same ? before : without(before, picture, model);
  const outcome = withIt(taken, model, picture.address, to);
  return firstHeld(model, ways(model, picture, to), outcome);
}

/** Takes a picture out of the deck. */
export function removePicture(model: DeckModel, picture: WrittenPicture): readonly TextEdit[] | null {
  return firstHeld(model, leavings(model, picture), without(outcomeNow(model, picture.slide), picture, model));
}

function* ways(model: DeckModel, picture: WrittenPicture, to: Destination): Iterable<Way> {
  if (picture.place === to.place) yield* arrivals(model, picture, to);
  else
    for (const leaving of leavings(model, picture))
      for (const arrival of arrivals(model, picture, to)) yield [...leaving, ...arrival];
}

/** How a picture can go, what leaves least behind first. */
function leavings(model: DeckModel, picture: WrittenPicture): readonly Way[] {
  if (picture.place === 'text') return textLeavings(model.text, picture);
  if (picture.place === 'deck') return optionWays(model, NO_PARALLAX);
  return [attributeEdits(model, picture.slide, leavingAttributes(model, picture.slide)).edits];
}

function textLeavings(text: string, { range }: TextPicture): readonly Way[] {
  const linked = withLink(text, range);
  return [
    [{ ...wholeParagraph(text, wholeItem(text, linked)), insert: '' }],
    [{ ...wholeItem(text, linked), insert: '' }],
    [{ ...wholeLine(text, linked), insert: '' }],
    [{ ...linked, insert: '' }],
    [{ ...range, insert: '' }],
    // What stands around it would be read otherwise if nothing was there.
    [{ ...range, insert: '<!-- -->' }],
  ];
}

/** The link around a picture that has no other words: nobody could press it any more. */
function withLink(text: string, range: TextPicture['range']): TextPicture['range'] {
  const behind = /^\]\([^()\s]*(?:[ \t]+"[^"\n]*")?\)/.exec(text.slice(range.to, range.to + 2_000));
  if (text[range.from - 1] !== '[' || behind === null) return range;
  return { from: range.from - 1, to: range.to + behind[0].length };
}

/** How a picture can come. */
function arrivals(model: DeckModel, picture: WrittenPicture, to: Destination): readonly Way[] {
  if (to.place === 'text') return textArrivals(model, picture, to);
  if (to.place === 'deck') return optionWays(model, arrivingOptions(model, picture.address, to.opacity));
  const { edits, missing } = attributeEdits(
    model,
    to.slide,
    arrivingAttributes(model, to.slide, picture.address, to.opacity),
  );
  if (missing === '') return [edits];
  return commentPlaces(model, to.slide, `<!-- .slide:${missing} -->`).map((comment) => [...edits, comment]);
}

function commentPlaces(model: DeckModel, slide: number, comment: string): readonly TextEdit[] {
  const { source = '', body = { from: 0 } } = model.slides[slide] ?? {};
  const blank = /^(?:[ \t]*\n)*/.exec(source)?.[0].length ?? 0;
  const top = body.from + blank;
  const line = /^[^\n]*/.exec(source.slice(blank))?.[0].trimEnd().length ?? 0;
  const end = body.from + source.trimEnd().length;
  return [
    { from: top, to: top, insert: `${comment}\n\n` },
    // The first line may be indented, which counts only below others.
    { from: top + line, to: top + line, insert: ` ${comment}` },
    { from: end, to: end, insert: `\n\n${comment}` },
  ];
}

function textArrivals(
  model: DeckModel,
  picture: WrittenPicture,
  { slide, alt, size }: Extract<Destination, { place: 'text' }>,
): readonly Way[] {
  const { source = '', body = { from: 0 } } = model.slides[slide] ?? {};
  const address = quotableAddress(picture.address).replaceAll(
    /[()\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  const end = body.from + source.trimEnd().length;
  const top = body.from + (/^(?:[ \t]*\n)*/.exec(source)?.[0].length ?? 0);
  const left = picture.place === 'slide' ? wholeLine(model.text, picture.range).from : top;
  return markdownAlts(alt).flatMap((label) => {
    const written = `![${label}](${address}${sizeText(size)})`;
    return [
      [{ from: end, to: end, insert: `\n\n${written}` }],
      [{ from: end, to: end, insert: `\n\n${written}\n` }],
      [{ from: left, to: left, insert: `${written}\n` }],
      [{ from: top, to: top, insert: `${written}\n\n` }],
      [{ from: body.from, to: body.from, insert: `\n${written}\n\n` }],
    ];
  });
}

function leavingAttributes(model: DeckModel, slide: number): AttributeChanges {
  const any = model.slides[slide]?.attributes['data-background'];
  return any !== undefined && namesPicture(any) ? { ...NO_BACKGROUND, 'data-background': null } : NO_BACKGROUND;
}

function arrivingAttributes(
  model: DeckModel,
  slide: number,
  address: string,
  opacity: number | null,
): AttributeChanges {
  return {
    ...leavingAttributes(model, slide),
    'data-background-image': quotableAddress(address),
    'data-background-size': model.slides[slide]?.attributes['data-background-size'] ?? 'cover',
    'data-background-opacity': opacity === null ? null : String(opacity),
  };
}

function arrivingOptions(model: DeckModel, address: string, opacity: number | null): OptionChanges {
  return {
    parallaxBackgroundImage: address,
    // A size that is there was chosen by somebody.
    parallaxBackgroundSize: model.frontMatter.slideOptions.parallaxBackgroundSize ?? 'cover',
    parallaxBackgroundOpacity: opacity,
  };
}

function without(outcome: Outcome, picture: WrittenPicture, model: DeckModel): Outcome {
  if (picture.place === 'text') {
    return { ...outcome, pictures: outcome.pictures.filter((_, index) => index !== picture.index) };
  }
  if (picture.place === 'deck') return { ...outcome, slideOptions: changed(outcome.slideOptions, NO_PARALLAX) };
  return { ...outcome, attributes: changed(outcome.attributes, leavingAttributes(model, picture.slide)) };
}

function withIt(outcome: Outcome, model: DeckModel, address: string, to: Destination): Outcome {
  if (to.place === 'text') return { ...outcome, pictures: [...outcome.pictures, seenOf({ ...to, address })] };
  if (to.place === 'deck') {
    return { ...outcome, slideOptions: changed(outcome.slideOptions, arrivingOptions(model, address, to.opacity)) };
  }
  const attributes = arrivingAttributes(model, to.slide, address, to.opacity);
  return { ...outcome, attributes: changed(outcome.attributes, attributes) };
}

function changed<Value>(
  values: Readonly<Record<string, Value>>,
  changes: Readonly<Record<string, Value | null>>,
): Readonly<Record<string, Value>> {
  const result: Record<string, Value> = { ...values };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}
