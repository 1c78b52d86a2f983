/**
 * Presses a key of the stage, as reveal.js has them: `n` one step on, `p` one step back. Only the stage knows how many steps a slide
 * has, so buttons go the way of the keys.
 */
export function pressStageKey(key: 'n' | 'p'): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Gives the keys back to the stage after a press with mouse or finger: a focused button would keep them. */
export function returnKeys(event: { readonly detail: number }): void {
  // A press by keyboard counts no clicks; that person wants to stay on the button.
  if (event.detail > 0 && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
