import { slideOptionShapes } from '#lib/slides/slide-options.ts';
import type { StageSettings } from '#lib/stage/messages.ts';

/** The themes of HedgeDoc 1.x that there are; any other name is the black one, as there. */
const THEMES = new Set([
  'beige',
  'black',
  'blood',
  'league',
  'moon',
  'night',
  'serif',
  'simple',
  'sky',
  'solarized',
  'white',
]);

/** Gives the page the look of a deck's theme; the colours are in themes.css. A veil lies over the picture behind all slides. */
export function applyLook(body: HTMLElement, { slideOptions, pickable }: StageSettings): void {
  const { theme, parallaxBackgroundOpacity } = slideOptions;
  body.dataset['theme'] = typeof theme === 'string' && THEMES.has(theme) ? theme : 'black';
  const opacity = slideOptionShapes.parallaxBackgroundOpacity.safeParse(parallaxBackgroundOpacity);
  body.style.setProperty('--deck-veil', String(opacity.success ? 1 - opacity.data : 0));
  body.toggleAttribute('data-pickable', pickable);
}
