import type { RevealConfig } from 'reveal.js';
import { slideOptionShapes } from '#lib/slides/slide-options.ts';
import type { StageSettings } from '#lib/stage/messages.ts';
import { pictureAddress } from '#lib/stage/picture-address.ts';

/**
 * Of the options a deck may set, those that shape the picture. The rest would take keys, change the address, load pages, move the
 * stage by itself or reorder what everybody counts on.
 */
const FROM_DECK = [
  'backgroundTransition', 'center', 'controls', 'controlsBackArrows', 'controlsLayout', 'fragments', 'height', 'loop', 'margin',
  'maxScale', 'minScale', 'navigationMode', 'parallaxBackgroundHorizontal', 'parallaxBackgroundVertical', 'progress', 'slideNumber',
  'transition', 'transitionSpeed', 'width',
] as const; // prettier-ignore

/** HedgeDoc's defaults, below the deck's. */
const DEFAULTS = {
  controls: true,
  progress: true,
  slideNumber: true,
  center: true,
  transition: 'none',
  backgroundTransition: 'fade',
  width: 960,
  height: 700,
} as const;

/** Never a deck's to say. A narrow stage would otherwise turn into a scrolling page, and strangers could send commands. */
const FIXED = {
  embedded: false,
  hash: false,
  history: false,
  respondToHashChanges: false,
  postMessage: false,
  postMessageEvents: false,
  scrollActivationWidth: null,
  jumpToSlide: false,
  help: false,
  mouseWheel: false,
  previewLinks: false,
  preloadIframes: false,
  autoPlayMedia: false,
  controlsTutorial: false,
  focusBodyOnPageVisibilityChange: false,
  hideInactiveCursor: false,
} as const;

/** The options of reveal.js for a deck's settings. */
export function revealOptions(settings: StageSettings, calm: boolean): RevealConfig {
  const still = { transition: 'none', backgroundTransition: 'none' } as const;
  const interactive = { keyboard: settings.interactive, touch: settings.interactive, overview: settings.interactive };
  const options = {
    ...DEFAULTS,
    ...fromDeck(settings),
    ...parallax(settings),
    rtl: settings.rtl,
    ...interactive,
    ...(settings.interactive ? {} : { controls: false, progress: false, slideNumber: false }),
    ...(calm ? still : {}),
    ...FIXED,
  };
  // Each value has the type that reveal.js means: the deck's have passed the schema of their key.
  return options as unknown as RevealConfig;
}

function fromDeck({ slideOptions }: StageSettings): Readonly<Record<string, unknown>> {
  const picked: Record<string, unknown> = {};
  for (const name of FROM_DECK) {
    const result = slideOptionShapes[name].safeParse(slideOptions[name]);
    if (result.success && isDrawable(result.data)) picked[name] = result.data;
  }
  return picked;
}

/** Sizes as text become CSS, so they may be percentages only; formats of the slide number are words of reveal.js. */
function isDrawable(value: unknown): boolean {
  return typeof value !== 'string' || /^(?:\d{1,3}(?:\.\d+)?%|[a-z][a-z-]*|[hc](?:[./][vt])?)$/.test(value);
}

function parallax(settings: StageSettings): Readonly<Record<string, unknown>> {
  const { parallaxBackgroundImage: image, parallaxBackgroundSize: size } = settings.slideOptions;
  const address = typeof image === 'string' && image !== '' ? pictureAddress(image, settings) : null;
  const length = typeof size === 'string' && CSS.supports('background-size', size) ? size : '';
  return {
    parallaxBackgroundImage: address === null ? '' : address.replaceAll(/["\\]/g, encodeURIComponent),
    parallaxBackgroundSize: address === null ? '' : length,
  };
}
