import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import { cleanDeckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { editDeckText, updateOf } from '#lib/deck/edit-text.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { deckAccess, type DeckAccess } from '#server/accounts/deck-access.ts';
import { audit } from '#server/audit.ts';
import { database, databasePool } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { appendEdit } from './append-edit.ts';
import { flushDeck } from './flush-deck.ts';

/** A deck that the visitor may read, else nothing is here. */
export async function readableDeck(visitor: Visitor, deckId: string): Promise<DeckAccess> {
  const access = await deckAccess(visitor, deckId);
  if (!access.read || access.audienceOnly) throw nothingHere();
  return access;
}

/** Names a text by what is in it, as an entity tag (RFC 9110, 8.8.3). */
export function textTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;
}

interface Replacing {
  readonly text: string;
  /** Tag of the text that this one was made from: when the deck says something else by now, nothing is done. */
  readonly ifMatch: string | null;
}

/**
 * Makes a deck's text this one by the smallest edit: cursors, anchors, and what others type meanwhile stay. Gives the tag of the
 * deck as it is then. Everybody who has it open sees it at once. Refuses like typing would be refused, and with `conflict` when
 * the text was another by now.
 */
export async function replaceText(visitor: Visitor, deckId: string, replacing: Replacing): Promise<string> {
  const access = await readableDeck(visitor, deckId);
  const { author, deck } = access;
  if (deck.frozenAt !== null) throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
  if (!access.write || author === null) throw new Refusal('not-allowed', whyNot(access));
  if (replacing.text.length > MOST_DECK_CHARACTERS)
    throw new Refusal('too-large', `A deck may have ${MOST_DECK_CHARACTERS.toLocaleString('en')} characters.`);
  // What is typed at this moment is part of what is compared.
  await flushDeck(deckId);
  const store = new PostgresStore(database, databasePool);
  const folded = await foldDeck(store, deckId);
  if (folded === null) throw nothingHere();
  const { doc } = folded;
  if (replacing.ifMatch !== null && !matches(replacing.ifMatch, textTag(readDeckText(doc))))
    throw new Refusal('conflict', 'The deck says something else by now: read it again, and make your change to that.');
  const written = writtenInto(doc, replacing.text);
  const [clientId, tag] = [doc.clientID, textTag(readDeckText(doc))];
  doc.destroy();
  if (written === null) return tag;
  const { seriesId, callId, epoch } = deck;
  await appendEdit(store, { deckId, epoch, data: written, clientId, personId: author.id });
  await database().$transaction((tx) =>
    audit(tx, {
      act: 'deck.replace',
      personId: author.id,
      seriesId,
      deckId,
      ...(callId === null ? {} : { callId }),
    }),
  );
  return tag;
}

/** The smallest update that makes a document say this text; null when it does already. */
function writtenInto(doc: Y.Doc, text: string): Uint8Array | null {
  return readDeckText(doc) === cleanDeckText(text) ? null : updateOf(doc, () => editDeckText(doc, text, null));
}

/** The tags of an If-Match header; `*` stands for whatever there is. */
function matches(ifMatch: string, tag: string): boolean {
  return ifMatch.trim() === '*' || ifMatch.split(',').some((one) => one.trim() === tag);
}

function whyNot({ locked, held }: DeckAccess): string {
  if (locked) return 'This deck is locked: only members write.';
  return held ? messages.callTime.held : 'You may not write this deck.';
}
