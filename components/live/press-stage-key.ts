/**
 * Presses a key of the stage, as reveal.js has them: `n` one step on, `p` one step back, `o` the overview, arrows. Only the stage knows
 * how many steps a slide has, so buttons go the way of the keys.
 */
export function pressStageKey(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
