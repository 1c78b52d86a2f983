const OPENED = new EventTarget();
const OPEN = 'open';

/** Opens the palette of the page. */
export function openPalette(): void {
  OPENED.dispatchEvent(new Event(OPEN));
}

/** Calls back whenever somebody wants the palette; gives what ends that. */
export function onPaletteAsked(callback: () => void): () => void {
  OPENED.addEventListener(OPEN, callback);
  return () => OPENED.removeEventListener(OPEN, callback);
}

/** Where the audience's eyes are on the slides: keys belong to them. */
const PRESENTING = /\/present(?:\/stage)?\/?$/;

/** On a Mac Ctrl K takes a line's rest out, everywhere and in the editor. */
function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}

/** The key as it is printed. */
export function paletteKey(): string {
  return isMac() ? '⌘K' : 'Ctrl K';
}

/** Whether a pressed key asks for the palette: never while presenting, never over another window, never within a word that is being composed. */
export function asksForPalette(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  const [wanted, other] = isMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return wanted && !other && mayOpen();
}

/** Whether nothing stands in the palette's way on this page. */
export function mayOpen(): boolean {
  const windows = 'dialog[open], [role="dialog"], [role="alertdialog"], [role="menu"]';
  return !PRESENTING.test(location.pathname) && document.querySelector(windows) === null;
}
