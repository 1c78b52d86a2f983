import type { WordHashes } from '#lib/sections/word-hashes.ts';
import { assetReference } from '#lib/addresses.ts';
import type { TitlePicture } from '#lib/pictures/title-picture.ts';
import type { OrderPerson, RunningOrder, SectionRow } from '#lib/sections/running-order.ts';
import type { database, Transaction } from '#server/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

/** A section's row with what it is found again by. */
export interface StoredSection extends SectionRow {
  readonly words: WordHashes;
  /** Its text is not there; it may come back. */
  readonly gone: boolean;
}

/** A deck's running order as stored. */
export interface StoredOrder extends Omit<RunningOrder, 'sections'> {
  /** Rises with every change of what the text says; 0 while nothing was ever stored. */
  readonly version: number;
  /** Number of the row of the log that the anchors need. */
  readonly seq: number;
  readonly sections: readonly StoredSection[];
}

const PERSON = {
  select: { id: true, name: true, handle: true, hue: true },
} as const satisfies Prisma.PersonDefaultArgs;
const SECTION = { reporter: PERSON, deputy: PERSON } as const satisfies Prisma.SectionInclude;

type SectionParts = Prisma.SectionGetPayload<{ include: typeof SECTION }>;

/** Reads a deck's running order. */
export async function storedOrder(
  { seriesId, deckId }: { readonly seriesId: string; readonly deckId: string },
  tx: Transaction | ReturnType<typeof database>,
): Promise<StoredOrder> {
  // One after the other: inside a transaction there is one connection.
  const head = await tx.runningOrder.findUnique({ where: { deckId } });
  const sections = await tx.section.findMany({
    where: { deckId },
    include: SECTION,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const names = await namesOf(
    sections.map(({ changedById }) => changedById),
    tx,
  );
  return {
    ...(await seriesOrder(seriesId, tx)),
    title: await titleOf(deckId, tx),
    version: head?.version ?? 0,
    seq: Number(head?.seq ?? 0),
    sections: sections.map((section) => stored(section, names)),
  };
}

/** The teams of a series in their order, and the headings that it knows. */
export async function seriesOrder(
  seriesId: string,
  tx: Transaction | ReturnType<typeof database>,
): Promise<Pick<RunningOrder, 'teams' | 'headings'>> {
  const teams = await tx.team.findMany({
    where: { seriesId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { members: { include: { person: PERSON }, orderBy: { createdAt: 'asc' } } },
  });
  const headings = await tx.knownHeading.findMany({
    where: { seriesId },
    select: { folded: true, teamId: true },
    orderBy: { folded: 'asc' },
  });
  return {
    teams: teams.map(({ id, slug, name, hue, members }) => ({
      id,
      slug,
      name,
      hue,
      members: members.map(({ person }) => person),
    })),
    headings: headings.map(({ folded, teamId }) => ({ folded, team: teamId })),
  };
}

/** What pages are told of a stored order: the sections whose text is there. */
export function orderOf({ teams, headings, sections, title }: StoredOrder): RunningOrder {
  const here = sections.filter(({ gone }) => !gone);
  return { teams, headings, sections: here.map(({ words: _lines, gone: _gone, ...row }) => row), title };
}

/** The picture that the deck's call opens with. */
export async function titleOf(
  deckId: string,
  tx: Transaction | ReturnType<typeof database>,
): Promise<TitlePicture | null> {
  const deck = await tx.deck.findUnique({
    where: { id: deckId },
    select: { kind: true, call: { select: { titleShows: true, titleAsset: true } } },
  });
  const asset = deck?.kind === 'call' ? deck.call?.titleAsset : null;
  if (deck?.call == null || asset == null) return null;
  const { key, extension, credit } = asset;
  return { reference: assetReference(key, extension), credit, shows: deck.call.titleShows };
}

async function namesOf(
  ids: readonly (string | null)[],
  tx: Transaction | ReturnType<typeof database>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const people = await tx.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function stored(row: SectionParts, names: ReadonlyMap<string, string>): StoredSection {
  const { id, anchor, title, position, words, teamId, status, skipped, plannedSeconds, changedAt, changedById } = row;
  return {
    id,
    anchor,
    title,
    position,
    words,
    gone: row.goneAt !== null,
    team: teamId,
    reporter: personOf(row.reporter),
    deputy: personOf(row.deputy),
    status,
    skipped,
    plannedSeconds,
    changed: changedAt === null ? null : { at: changedAt.toISOString(), by: names.get(changedById ?? '') ?? null },
  };
}

function personOf(person: OrderPerson | null): OrderPerson | null {
  return person === null ? null : { id: person.id, name: person.name, handle: person.handle, hue: person.hue };
}
