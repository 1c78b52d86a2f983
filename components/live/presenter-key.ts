/** What a key does on the pages of whoever presents, beside those that move the slides. */
export type PresenterCommand =
  | { readonly type: 'blank' | 'accept' | 'point' | 'magnify' | 'full' | 'more' | 'leave' }
  /** Goes elsewhere by what was typed first. */
  | { readonly type: 'jump'; readonly typed: string };

const LETTERS: Readonly<Record<string, PresenterCommand>> = {
  b: { type: 'blank' },
  '.': { type: 'blank' },
  y: { type: 'accept' },
  l: { type: 'point' },
  z: { type: 'magnify' },
  f: { type: 'full' },
  m: { type: 'more' },
  g: { type: 'jump', typed: '' },
  escape: { type: 'leave' },
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'>;

/** The command of a key that is pressed where nobody types; null for all others. */
export function presenterCommand(event: Pressed): PresenterCommand | null {
  const other = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented;
  if (other) return null;
  if (/^[0-9]$/.test(event.key)) return { type: 'jump', typed: event.key };
  const key = event.key.toLowerCase();
  return Object.hasOwn(LETTERS, key) ? (LETTERS[key] ?? null) : null;
}
