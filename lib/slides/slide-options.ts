import * as z from 'zod/mini';

const flag = z.boolean();
const number = z.number();
const transition = z.enum(['none', 'fade', 'slide', 'convex', 'concave', 'zoom']);

/** Sizes may be pixels or CSS lengths such as `100%`. */
const size = z.union([z.number().check(z.positive()), z.string().check(z.maxLength(64))]);

/**
 * The 49 options of reveal.js that HedgeDoc 1.x passes on, each with the type that reveal.js means; and `parallaxBackgroundOpacity`,
 * which is Plenum's own and which HedgeDoc leaves aside.
 */
export const slideOptionShapes = {
  autoPlayMedia: z.nullable(flag),
  autoSlide: z.union([number.check(z.nonnegative()), z.literal(false)]),
  autoSlideStoppable: flag,
  backgroundTransition: transition,
  center: flag,
  controls: flag,
  controlsBackArrows: z.enum(['faded', 'hidden', 'visible']),
  controlsLayout: z.enum(['edges', 'bottom-right']),
  controlsTutorial: flag,
  defaultTiming: z.nullable(number),
  display: z.string().check(z.maxLength(64)),
  embedded: flag,
  fragmentInURL: flag,
  fragments: flag,
  hash: flag,
  height: size,
  help: flag,
  hideAddressBar: flag,
  hideCursorTime: number,
  hideInactiveCursor: flag,
  history: flag,
  keyboard: flag,
  loop: flag,
  margin: number.check(z.gte(0), z.lte(1)),
  maxScale: number.check(z.positive()),
  minScale: number.check(z.positive()),
  minimumTimePerSlide: number,
  mobileViewDistance: number,
  mouseWheel: flag,
  navigationMode: z.enum(['default', 'linear', 'grid']),
  overview: flag,
  parallaxBackgroundHorizontal: z.nullable(number),
  parallaxBackgroundImage: z.string().check(z.maxLength(2048)),
  parallaxBackgroundOpacity: number.check(z.gte(0), z.lte(1)),
  parallaxBackgroundSize: z.string().check(z.maxLength(128)),
  parallaxBackgroundVertical: z.nullable(number),
  preloadIframes: z.nullable(flag),
  previewLinks: flag,
  progress: flag,
  rtl: flag,
  showNotes: z.union([flag, z.literal('separate-page')]),
  shuffle: flag,
  slideNumber: z.union([flag, z.string().check(z.maxLength(16))]),
  theme: z.string().check(z.maxLength(64)),
  totalTime: z.nullable(number),
  touch: flag,
  transition,
  transitionSpeed: z.enum(['default', 'fast', 'slow']),
  viewDistance: number,
  width: size,
} as const;

export type SlideOptions = {
  readonly [Key in keyof typeof slideOptionShapes]?: z.infer<(typeof slideOptionShapes)[Key]>;
};
