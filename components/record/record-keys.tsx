'use client';

import { useEffect } from 'react';
import { isTyping, KeysDialog, useKeysDialog, type KeyLine } from '#components/connection/keys-dialog.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.reading.keys;

const LINES: readonly KeyLine[] = [
  { keys: ['R'], does: words.read },
  { keys: ['S'], does: words.slides },
  { keys: ['O'], does: words.outline },
  { keys: ['C'], does: words.cite },
];

/** Presses what says in `aria-keyshortcuts` that it has this key, wherever nobody types and nothing lies over the page. */
function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  if (!/^[a-z]$/i.test(event.key) || document.querySelector('dialog[open]') !== null) return;
  const pressed = document.querySelector(`main [aria-keyshortcuts="${event.key.toLowerCase()}"]`);
  if (!(pressed instanceof HTMLElement)) return;
  event.preventDefault();
  pressed.click();
}

/** The keys of a record's page, and with `?` which they are. */
export function RecordKeys() {
  const { dialog } = useKeysDialog();
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return <KeysDialog dialog={dialog} lines={LINES} />;
}
