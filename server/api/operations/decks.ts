import { z } from 'zod';
import { nameSchema } from '#lib/account-form.ts';
import { addresses } from '#lib/addresses.ts';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { createTicket } from '#server/accounts/tickets.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { readableDeck, replaceText, textTag } from '#server/decks/replace-text.ts';
import { database } from '#server/database/client.ts';
import { Refusal } from '#lib/errors.ts';
import { NO_BODY, NOTHING, operation } from '#server/api/operation.ts';
import { deckParams } from '#server/api/shapes.ts';

const ticketForm = z.object({
  grant: z.enum(['read', 'write']),
  name: nameSchema.describe('As whom it writes.'),
  minutes: z.number().int().min(1).max(1_440).default(60),
});

/** Decks: their text, and the way to write in them live. */
export const deckOperations = [
  operation({
    id: 'readDeck',
    method: 'GET',
    path: '/decks/{deck}',
    summary: 'A deck: where it belongs, whether it can be written, and its text',
    scope: 'read',
    params: deckParams,
    query: NOTHING,
    body: NO_BODY,
    answer: z.object({
      deck: z.string(),
      kind: z.enum(['call', 'correction', 'template']),
      series: z.string(),
      call: z.string().nullable(),
      frozen: z.boolean().describe('Its call has ended: it cannot be changed any more.'),
      locked: z.boolean().describe('Only members write.'),
      text: z.string(),
    }),
    async work({ visitor, params }) {
      const { deck, locked } = await readableDeck(visitor, params.deck);
      const { kind, series, call } = await database().deck.findUniqueOrThrow({
        where: { id: deck.id },
        select: { kind: true, series: { select: { slug: true } }, call: { select: { address: true } } },
      });
      const { text } = await readDeck(deck.id);
      return {
        tag: textTag(text),
        json: {
          deck: deck.id,
          kind,
          series: series.slug,
          call: call?.address ?? null,
          frozen: deck.frozenAt !== null,
          locked,
          text,
        },
      };
    },
  }),
  operation({
    id: 'readText',
    method: 'GET',
    path: '/decks/{deck}/text',
    summary: 'The Markdown of a deck',
    scope: 'read',
    params: deckParams,
    query: NOTHING,
    body: NO_BODY,
    answer: null,
    async work({ visitor, params }) {
      await readableDeck(visitor, params.deck);
      const { text } = await readDeck(params.deck);
      return { text, tag: textTag(text) };
    },
  }),
  operation({
    id: 'replaceText',
    method: 'PUT',
    path: '/decks/{deck}/text',
    summary:
      'Replace the Markdown of a deck by the smallest edit: what others type at the same moment stays. With If-Match nothing is done when the text was another by now',
    scope: 'write',
    params: deckParams,
    query: NOTHING,
    body: { kind: 'markdown', schema: z.string().max(MOST_DECK_CHARACTERS) },
    answer: z.object({ deck: z.string() }),
    async work({ visitor, params, body, ifMatch }) {
      const tag = await replaceText(visitor, params.deck, { text: body, ifMatch });
      return { tag, json: { deck: params.deck } };
    },
  }),
  operation({
    id: 'createTicket',
    method: 'POST',
    path: '/decks/{deck}/tickets',
    summary: 'Make a ticket: an address at which any y-websocket client opens the deck, until it expires',
    scope: 'sync',
    params: deckParams,
    query: NOTHING,
    body: { kind: 'json', schema: ticketForm },
    answer: z.object({ address: z.string().describe('A websocket address, secret like a password.') }),
    async work({ visitor, params, body, site }) {
      const { write } = await readableDeck(visitor, params.deck);
      if (body.grant === 'write' && !write)
        throw new Refusal('not-allowed', 'You may not write this deck: ask for a ticket to read.');
      const token = await createTicket(params.deck, body);
      return {
        status: 201,
        json: { address: `${site.replace(/^http/, 'ws')}${addresses.sync(params.deck)}?ticket=${token}` },
      };
    },
  }),
] as const;
