const PREFIX = 'plenum-refused:';

// A refusal ends with a reload, which the text must survive: that it can be copied is all that is left of it.

/** Keeps a text that the server refused until the tab is closed or the text is taken. */
export function keepRefusedText(deckId: string, text: string): void {
  try {
    sessionStorage.setItem(PREFIX + deckId, text);
  } catch {
    // Without storage the text is still offered until the page is left.
  }
}

/** The text that was refused earlier in this tab, or null. */
export function readRefusedText(deckId: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + deckId);
  } catch {
    return null;
  }
}

/** Forgets it: it was copied, or is not wanted. */
export function forgetRefusedText(deckId: string): void {
  try {
    sessionStorage.removeItem(PREFIX + deckId);
  } catch {
    // Nothing was kept.
  }
}
