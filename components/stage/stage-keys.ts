/** Keys that move the stage, as reveal.js numbers them. */
const KEY_CODES: Readonly<Record<string, number>> = {
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  PageUp: 33,
  PageDown: 34,
  Home: 36,
  End: 35,
  ' ': 32,
  // Leaves the overview for the slide that is marked there.
  Enter: 13,
  n: 78,
  p: 80,
  o: 79,
};

const PAGE_UP = 33;

/** What a key pressed in the page means to the stage, or null when it is not meant for it. */
export function stageKey(event: KeyboardEvent, stage: HTMLElement): number | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  // Whoever has the focus on a button or in a text means that, not the slides.
  if (event.target !== document.body && event.target !== stage) return null;
  if (event.key === ' ' && event.shiftKey) return PAGE_UP;
  return KEY_CODES[event.key] ?? null;
}
