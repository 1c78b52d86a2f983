import { z } from "zod";

const flag = z.boolean();
const number = z.number();
const transition = z.enum(["none", "fade", "slide", "convex", "concave", "zoom"]);

/** Sizes may be pixels or CSS lengths such as `100%`. */
const size = z.union([z.number().positive(), z.string().max(64)]);

/** The 49 options of reveal.js that HedgeDoc 1.x passes on, each with the type that reveal.js means. */
export const slideOptionShapes = {
  autoPlayMedia: flag.nullable(),
  autoSlide: z.union([number.nonnegative(), z.literal(false)]),
  autoSlideStoppable: flag,
  backgroundTransition: transition,
  center: flag,
  controls: flag,
  controlsBackArrows: z.enum(["faded", "hidden", "visible"]),
  controlsLayout: z.enum(["edges", "bottom-right"]),
  controlsTutorial: flag,
  defaultTiming: number.nullable(),
  display: z.string().max(64),
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
  margin: number.min(0).max(1),
  maxScale: number.positive(),
  minScale: number.positive(),
  minimumTimePerSlide: number,
  mobileViewDistance: number,
  mouseWheel: flag,
  navigationMode: z.enum(["default", "linear", "grid"]),
  overview: flag,
  parallaxBackgroundHorizontal: number.nullable(),
  parallaxBackgroundImage: z.string().max(2048),
  parallaxBackgroundSize: z.string().max(128),
  parallaxBackgroundVertical: number.nullable(),
  preloadIframes: flag.nullable(),
  previewLinks: flag,
  progress: flag,
  rtl: flag,
  showNotes: z.union([flag, z.literal("separate-page")]),
  shuffle: flag,
  slideNumber: z.union([flag, z.string().max(16)]),
  theme: z.string().max(64),
  totalTime: number.nullable(),
  touch: flag,
  transition,
  transitionSpeed: z.enum(["default", "fast", "slow"]),
  viewDistance: number,
  width: size,
} as const;

export type SlideOptions = {
  readonly [Key in keyof typeof slideOptionShapes]?: z.infer<(typeof slideOptionShapes)[Key]>;
};
