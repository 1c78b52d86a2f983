import * as z from 'zod/mini';
import { PLAYER_IDS } from './player.ts';

// Under the frame's policy zod must not try whether it may compile its checks: the try itself is reported as a violation.
z.config({ jitless: true });

/** What the page hands over with the port, once, by `postMessage`; everything after that goes through the port. */
export const STAGE_GREETING = 'plenum-stage';

const key = z.string().check(z.minLength(1), z.maxLength(32));
/** -1 shows no step of the slide, a number beyond the last one shows all. */
const fragment = z.int().check(z.gte(-1), z.lte(1000));

const slideContentSchema = z.object({
  key,
  source: z.string(),
  attributes: z.record(z.string(), z.string()),
  /** Its accessible name. */
  name: z.string(),
  /** Of its source; the frame says it back with what it measured of this very text. */
  hash: z.string().check(z.maxLength(32)),
});
export type SlideContent = z.infer<typeof slideContentSchema>;

const settingsSchema = z.object({
  breaks: z.boolean(),
  lang: z.nullable(z.string()),
  rtl: z.boolean(),
  /** Options of reveal.js as the deck has them. The frame takes those that are safe. */
  slideOptions: z.record(z.string(), z.unknown()),
  /** Picture address in the text → address to load. */
  assets: z.record(z.string(), z.string()),
  foreignPictures: z.boolean(),
  /** Whether people may move the stage by themselves. */
  interactive: z.boolean(),
  /** Whether slides that are too large for the stage are to be told. */
  measured: z.boolean(),
  /** Whether pressing a picture asks the page for its menu. */
  pickable: z.boolean(),
});
export type StageSettings = z.infer<typeof settingsSchema>;

const placeSchema = z.object({ key, fragment });
export type StagePlace = z.infer<typeof placeSchema>;

const slotSchema = z.object({ key, vertical: z.boolean() });
export type StageSlot = z.infer<typeof slotSchema>;

/** From the page to the frame. What is null or missing stays as it is. */
export const pageMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('deck'),
    settings: z.nullable(settingsSchema),
    order: z.nullable(z.array(slotSchema)),
    contents: z.array(slideContentSchema),
    place: z.nullable(placeSchema),
  }),
  z.object({ type: z.literal('key'), keyCode: z.int().check(z.gte(1), z.lte(255)) }),
]);
export type PageMessage = z.infer<typeof pageMessageSchema>;
export type DeckMessage = Extract<PageMessage, { type: 'deck' }>;

const percent = z.int().check(z.gte(0), z.lte(10_000));
const measureSchema = z.object({ hash: z.string().check(z.maxLength(32)), tall: percent, wide: percent });
/** By how many per cent of the stage a slide is too tall and too wide; 0 when it fits. */
export type SlideMeasure = z.infer<typeof measureSchema>;

/** From the frame to the page. The frame holds hostile text: nothing here is believed beyond its shape. */
export const frameMessageSchema = z.discriminatedUnion('type', [
  /** The first deck is painted. */
  z.object({ type: z.literal('painted') }),
  /** Somebody moved the stage inside the frame. */
  z.object({ type: z.literal('moved'), key, fragment }),
  z.object({ type: z.literal('link'), href: z.string().check(z.maxLength(4096)) }),
  /** What is new about slides that are too large; none of it was known to be otherwise before. */
  z.object({ type: z.literal('measured'), slides: z.array(measureSchema).check(z.maxLength(10_000)) }),
  /** A picture of the slide with this hash did not come; so many have a gap in their place now. */
  z.object({
    type: z.literal('gaps'),
    hash: z.string().check(z.maxLength(32)),
    count: z.int().check(z.gte(1), z.lte(10_000)),
  }),
  /** Somebody pressed the card of a film. */
  z
    .object({ type: z.literal('embed'), provider: z.enum(['youtube', 'vimeo']), id: z.string() })
    .check(z.refine(({ provider, id }) => PLAYER_IDS[provider].test(id))),
  /** Somebody wants the menu of a picture of this slide, by its number; null for whichever there are. */
  z.object({
    type: z.literal('picture'),
    key,
    hash: z.string().check(z.maxLength(32)),
    index: z.nullable(z.int().check(z.gte(0), z.lte(10_000))),
  }),
  /** Somebody pressed on the stage without marking text: the page should have the keys. */
  z.object({ type: z.literal('pressed') }),
]);
export type FrameMessage = z.infer<typeof frameMessageSchema>;
