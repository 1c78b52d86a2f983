import { CLOSED, may, NOBODY } from '#lib/access.ts';
import type { Act, Asker } from '#lib/access.ts';
import type { VisitingProgram, Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

/** Of records, or of open decks: series of which the visitor may read all, and calls that are an exception. */
export interface ReadablePart {
  readonly series: readonly string[];
  readonly calls: readonly string[];
  readonly notCalls: readonly string[];
}

/** A series of which the visitor may search something. */
export interface ScopeSeries {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Everything that a visitor may search. */
export interface SearchScope {
  readonly record: ReadablePart;
  readonly deck: ReadablePart;
  /** By name. */
  readonly series: readonly ScopeSeries[];
}

const LINK = {
  id: true,
  grant: true,
  deckId: true,
  seriesId: true,
  sectionId: true,
  personId: true,
  section: { select: { deck: { select: { frozenAt: true } } } },
  person: { select: { disabledAt: true } },
} as const satisfies Prisma.LinkSelect;

type HeldLink = Prisma.LinkGetPayload<{ select: typeof LINK }>;

/**
 * What a visitor may search, by the one table of lib/access as `authorize` asks it, for all series at once: a search must not ask it
 * thousands of times. Records and decks are two audiences; a deck may be open by a link of its own, and closed to who was put out.
 */
export async function searchScope(visitor: Visitor): Promise<SearchScope> {
  const [series, memberships, links, deleted] = await Promise.all([
    database().series.findMany({ orderBy: { name: 'asc' } }),
    membershipsOf(visitor),
    linksOf(visitor),
    database().call.findMany({ where: { deletedAt: { not: null } }, select: { id: true } }),
  ]);
  const roles = new Map(memberships.map(({ seriesId, role }) => [seriesId, role]));
  const askerIn = (seriesId: string): Asker => ({
    ...askerAnywhere(visitor),
    role: visitor.program === undefined ? (roles.get(seriesId) ?? null) : roleOfProgram(visitor.program, seriesId),
    link: strongest(links.filter((link) => link.seriesId === seriesId && link.deckId === null)),
  });
  const decks = await specialDecks(visitor, links);
  const rules = new Map(series.map((one) => [one.id, one]));
  const hidden = deleted.map(({ id }) => id);
  const readable = (act: Act): ReadablePart => {
    const open = series.filter((one) => may(askerIn(one.id), act, one)).map(({ id }) => id);
    const special = decks.map(({ seriesId, callId, link, putOut }) => {
      const asker = { ...askerIn(seriesId), link: putOut ? null : link, putOut };
      return { callId, reads: may(asker, act, rules.get(seriesId) ?? CLOSED) };
    });
    return {
      series: open,
      calls: special.flatMap(({ callId, reads }) => (reads ? [callId] : [])),
      notCalls: [...hidden, ...special.flatMap(({ callId, reads }) => (reads ? [] : [callId]))],
    };
  };
  const [record, deck] = [readable('record.read'), readable('deck.read')];
  const calls = new Set([...record.calls, ...deck.calls]);
  const some = new Set([
    ...record.series,
    ...deck.series,
    ...decks.flatMap(({ seriesId, callId }) => (calls.has(callId) ? [seriesId] : [])),
  ]);
  const existing = series.filter(({ deletedAt }) => deletedAt === null);
  return {
    record,
    deck,
    series: existing.filter(({ id }) => some.has(id)).map(({ id, slug, name }) => ({ id, slug, name })),
  };
}

function askerAnywhere({ person }: Visitor): Asker {
  if (person === null) return NOBODY;
  return { ...NOBODY, personId: person.id, signedIn: person.signedIn, admin: person.admin };
}

function roleOfProgram({ seriesId, role }: VisitingProgram, asked: string): Asker['role'] {
  return seriesId === null || seriesId === asked ? role : null;
}

async function membershipsOf({ person, program }: Visitor) {
  if (program !== undefined || person === null || !person.signedIn) return [];
  return database().membership.findMany({ where: { personId: person.id }, select: { seriesId: true, role: true } });
}

/** The links that count now. */
async function linksOf({ linkIds }: Visitor): Promise<readonly HeldLink[]> {
  if (linkIds.length === 0) return [];
  const links = await database().link.findMany({
    where: {
      id: { in: [...linkIds] },
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
    },
    orderBy: { createdAt: 'desc' },
    select: LINK,
  });
  // A link to a section ends with its call.
  return links.filter(({ sectionId, section }) => sectionId === null || section?.deck.frozenAt === null);
}

function strongest(links: readonly HeldLink[]): Asker['link'] {
  if (links.some(({ sectionId }) => sectionId !== null)) return 'section';
  if (links.some(({ grant }) => grant === 'write')) return 'write';
  return links.length > 0 ? 'read' : null;
}

interface SpecialDeck {
  readonly seriesId: string;
  readonly callId: string;
  readonly link: Asker['link'];
  readonly putOut: boolean;
}

/** Decks of calls on which the visitor stands otherwise than in their series: by a link of their own, or put out. */
async function specialDecks({ person }: Visitor, links: readonly HeldLink[]): Promise<readonly SpecialDeck[]> {
  // Whoever comes by a link to a section alone is the person whom it names.
  const people = person === null ? links.flatMap(({ personId }) => personId ?? []) : [person.id];
  const linked = links.flatMap(({ deckId }) => deckId ?? []);
  if (people.length === 0 && linked.length === 0) return [];
  const decks = await database().deck.findMany({
    where: { kind: 'call', OR: [{ id: { in: linked } }, { putOut: { some: { personId: { in: people } } } }] },
    select: { id: true, seriesId: true, callId: true, putOut: { select: { personId: true } } },
  });
  return decks.flatMap(({ id, seriesId, callId, putOut }) => {
    if (callId === null) return [];
    const here = links.filter((link) => link.seriesId === seriesId && (link.deckId === null || link.deckId === id));
    const author =
      person?.id ??
      here.find(
        ({ deckId, personId, person: named }) => deckId === id && personId !== null && named?.disabledAt === null,
      )?.personId;
    return [{ seriesId, callId, link: strongest(here), putOut: putOut.some(({ personId }) => personId === author) }];
  });
}

/** The same for one series alone, or for several; what is in no other is left out. */
export function scopeWithin(scope: SearchScope, seriesIds: readonly string[]): SearchScope {
  const kept = new Set(seriesIds);
  const within = ({ series, ...rest }: ReadablePart): ReadablePart => ({
    ...rest,
    series: series.filter((id) => kept.has(id)),
  });
  return {
    record: within(scope.record),
    deck: within(scope.deck),
    series: scope.series.filter(({ id }) => kept.has(id)),
  };
}
