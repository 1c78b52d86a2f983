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

/** Gives the page the look of a deck's theme; the colours are in themes.css. */
export function applyTheme(body: HTMLElement, theme: unknown): void {
  body.dataset['theme'] = typeof theme === 'string' && THEMES.has(theme) ? theme : 'black';
}
