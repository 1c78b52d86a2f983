import { ADDRESS_DECKS } from './address-decks.ts';
import { CLOBBERING_DECKS } from './clobbering-decks.ts';
import { CSS_DECKS } from './css-decks.ts';
import { ELEMENT_DECKS } from './element-decks.ts';
import { FRONT_MATTER_DECKS } from './front-matter-decks.ts';
import { HANDLER_DECKS } from './handler-decks.ts';
import type { HostileDeck } from './hostile-deck.ts';
import { MARKDOWN_DECKS, UNICODE_DECKS } from './markdown-decks.ts';
import { PARSER_DECKS } from './parser-decks.ts';
import { PARTS_DECKS } from './parts-decks.ts';
import { REVEAL_DECKS } from './reveal-decks.ts';
import { SCRIPT_DECKS } from './script-decks.ts';
import { SIZE_DECKS } from './size-decks.ts';

/** Every hostile deck, of our own making and from public cheat sheets, each with a name of its own. */
export const HOSTILE_DECKS: readonly HostileDeck[] = [
  ...SCRIPT_DECKS,
  ...HANDLER_DECKS,
  ...ADDRESS_DECKS,
  ...PARSER_DECKS,
  ...ELEMENT_DECKS,
  ...CLOBBERING_DECKS,
  ...CSS_DECKS,
  ...REVEAL_DECKS,
  ...FRONT_MATTER_DECKS,
  ...MARKDOWN_DECKS,
  ...UNICODE_DECKS,
  ...PARTS_DECKS,
  ...SIZE_DECKS,
];
