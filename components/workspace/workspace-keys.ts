import type { KeyLine } from '#components/connection/keys-dialog.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.deck.keys;

/** The keys of the deck's page, as its help lists them. */
export const WORKSPACE_KEYS: readonly KeyLine[] = [
  { keys: ['?'], does: words.show },
  { keys: ['Ctrl K'], does: messages.search.palette.key },
  { keys: ['Ctrl Z', 'Ctrl Y'], does: words.undo },
  { keys: ['Ctrl F'], does: words.find },
  { keys: ['F8', 'Shift F8'], does: words.nextHint },
  { keys: ['Ctrl .'], does: words.mendHint },
  { keys: [messages.pictureMenu.keyName], does: messages.pictureMenu.key },
  { keys: ['Tab', 'Shift Tab'], does: words.indent },
  { keys: ['Esc', 'Tab'], does: words.leave },
  { keys: ['↑', '↓', 'Enter'], does: words.outline },
  { keys: ['←', '→', 'Space'], does: words.preview },
  { keys: ['←', '→'], does: words.divider },
  { keys: ['Alt M'], does: words.ownSection },
  { keys: ['Alt I'], does: messages.incoming.key },
  { keys: ['Alt W'], does: messages.history.blame.key },
];
