import { may, NOBODY, type AccessRules, type Act, type Asker, type SeriesRole } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import { liveStateSchema } from '#lib/live/live-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { mayCorrect } from '#server/corrections/own-sections.ts';
import { authorOn } from './deck-author.ts';

/** A series as far as access is concerned. */
export interface GuardedSeries extends AccessRules {
  readonly id: string;
}

/** The strongest of these links that counts now, for the whole series or for this deck of it. */
async function linkOf(linkIds: readonly string[], seriesId: string, deckId?: string): Promise<Asker['link']> {
  if (linkIds.length === 0) return null;
  const links = await database().link.findMany({
    where: {
      id: { in: [...linkIds] },
      seriesId,
      revokedAt: null,
      AND: [
        { OR: [{ deckId: null }, ...(deckId === undefined ? [] : [{ deckId }])] },
        { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        // A link to a section ends with its call.
        { OR: [{ sectionId: null }, { section: { deck: { frozenAt: null } } }] },
      ],
    },
    select: { grant: true, sectionId: true },
  });
  if (links.some(({ sectionId }) => sectionId !== null)) return 'section';
  if (links.some(({ grant }) => grant === 'write')) return 'write';
  return links.length > 0 ? 'read' : null;
}

async function roleOf({ person, program }: Visitor, seriesId: string): Promise<SeriesRole | null> {
  if (program !== undefined) return program.seriesId === null || program.seriesId === seriesId ? program.role : null;
  if (person === null || !person.signedIn) return null;
  const membership = await database().membership.findUnique({
    where: { seriesId_personId: { seriesId, personId: person.id } },
  });
  return membership?.role ?? null;
}

type OnDeck = Pick<Asker, 'reports' | 'putOut' | 'locked' | 'held' | 'deleted' | 'corrects'>;

const NOTHING_SPECIAL: OnDeck = {
  reports: false,
  putOut: false,
  locked: false,
  held: false,
  deleted: false,
  corrects: null,
};

/** What concerns one deck alone: whether it is locked, held or in the bin, and whether this person reports in it or was put out of it. */
async function standingOn(deckId: string | undefined, personId: string | null): Promise<OnDeck> {
  if (deckId === undefined) return NOTHING_SPECIAL;
  const person = personId ?? '00000000-0000-0000-0000-000000000000';
  const deck = await database().deck.findUnique({
    where: { id: deckId },
    select: {
      kind: true,
      lockedAt: true,
      call: { select: { deletedAt: true, state: true, live: { select: { state: true } } } },
      putOut: { where: { personId: person }, select: { personId: true } },
      sections: {
        where: { goneAt: null, OR: [{ reporterId: person }, { deputyId: person }] },
        select: { id: true },
      },
    },
  });
  if (deck === null) return NOTHING_SPECIAL;
  return {
    reports: deck.sections.length > 0,
    putOut: deck.putOut.length > 0,
    locked: deck.lockedAt !== null,
    held: heldBut(
      deck.call,
      deck.sections.map(({ id }) => id),
    ),
    deleted: deck.call !== null && deck.call.deletedAt !== null,
    corrects: deck.kind === 'correction' ? await mayCorrect(deckId, personId) : null,
  };
}

const holdSchema = liveStateSchema.pick({ held: true, section: true });

/** Whether a live call lets only hosts and the reporter of the section on the stage write, and none of these sections is that one. */
function heldBut(
  call: { readonly state: string; readonly live: { readonly state: unknown } | null } | null,
  own: readonly string[],
): boolean {
  if (call?.state !== 'live' || call.live === null) return false;
  // A state that cannot be read holds nobody: the call begins anew from its first slide.
  const { data } = holdSchema.safeParse(call.live.state);
  return data?.held === true && !(data.section !== null && own.includes(data.section));
}

/** The visitor's standing in a series, and on one deck of it: role, the strongest link that still counts, and what the deck says. */
export async function askerFor(visitor: Visitor, seriesId: string, deckId?: string): Promise<Asker> {
  const { person, linkIds } = visitor;
  const author = deckId === undefined ? person : await authorOn(visitor, deckId);
  const [role, link, onDeck] = await Promise.all([
    roleOf(visitor, seriesId),
    linkOf(linkIds, seriesId, deckId),
    standingOn(deckId, author?.id ?? null),
  ]);
  return {
    ...NOBODY,
    ...onDeck,
    held: onDeck.held && role !== 'host',
    personId: author?.id ?? null,
    ...(person === null ? {} : { signedIn: person.signedIn, admin: person.admin }),
    role,
    // Whoever was put out of a deck has no use of their links there.
    link: onDeck.putOut ? null : link,
  };
}

/** Refuses what the asker may not do. What they may not even see is not found, whether it exists or not. */
export function requireAct(asker: Asker, act: Act, series: AccessRules): void {
  if (may(asker, act, series)) return;
  if (!may(asker, 'series.read', series))
    throw new Refusal('not-found', 'There is nothing here, or it is not open to you.');
  if (asker.locked && may({ ...asker, locked: false }, act, series))
    throw new Refusal('not-allowed', 'This deck is locked: only members of the series write in it now.');
  if (asker.held && may({ ...asker, held: false }, act, series))
    throw new Refusal('not-allowed', messages.callTime.held);
  if (asker.personId === null) throw new Refusal('sign-in-first', 'Sign in to do this.');
  throw new Refusal('not-allowed', 'You may not do this in this series: ask one of its hosts.');
}

/** Checks one act of a visitor in a series (on one deck of it) and gives their standing. */
export async function authorize(visitor: Visitor, act: Act, series: GuardedSeries, deckId?: string): Promise<Asker> {
  const asker = await askerFor(visitor, series.id, deckId);
  requireAct(asker, act, series);
  return asker;
}
