import { Refusal } from '#lib/errors.ts';
import type { PersonChoice, SectionChange } from '#lib/sections/section-change.ts';
import { may, type Act } from '#lib/access.ts';
import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { isUuid } from '#lib/uuid.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { authorOn } from '#server/accounts/deck-author.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { keepMoment } from '#server/history/keep-moment.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { namedPerson, ofSeries } from '#server/teams/named-person.ts';
import type { Prisma } from '#prisma/client/client.ts';

const PARTS = { deck: { include: { series: true } } } as const satisfies Prisma.SectionInclude;

type SectionParts = Prisma.SectionGetPayload<{ include: typeof PARTS }>;

/** What a change needs of the one who asks: the rest of these is a host's alone. */
const ACTS: Readonly<Record<SectionChange['type'], Act>> = {
  status: 'section.report',
  take: 'section.report',
  reporter: 'section.report',
  deputy: 'section.report',
  skip: 'section.manage',
  time: 'section.manage',
  team: 'section.manage',
};

/**
 * The one door for what is known of a section beside its text. Refuses what the visitor may not do, sections of a record, and
 * people and teams that are not the series'. Every change is in the audit log, and reaches open pages by the bus.
 */
export async function changeSection(visitor: Visitor, sectionId: string, change: SectionChange): Promise<void> {
  const { deck, host, title } = await findSection(visitor, sectionId, ACTS[change.type]);
  const person = await authorOn(visitor, deck.id);
  // Every act has an author: whoever came by a link and has given no name yet reads.
  if (person === null) throw new Refusal('sign-in-first', 'Sign in, or give your name, to do this.');
  await database().$transaction(async (tx) => {
    // The call may end at this very moment: then this waits for it, and is refused.
    await tx.$queryRaw`SELECT 1 FROM call WHERE id = ${deck.callId}::uuid FOR SHARE`;
    // Two who take it at once take turns.
    await tx.$queryRaw`SELECT 1 FROM section WHERE id = ${sectionId}::uuid FOR UPDATE`;
    const now = await tx.section.findUnique({ where: { id: sectionId }, include: PARTS });
    if (now === null) throw nothingHere();
    if (now.deck.frozenAt !== null)
      throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
    await tx.section.update({ where: { id: sectionId }, data: await dataOf(tx, now, { change, person, host }) });
    await audit(tx, {
      act: `section.${change.type}`,
      personId: person.id,
      seriesId: deck.seriesId,
      ...(deck.callId === null ? {} : { callId: deck.callId }),
      deckId: deck.id,
      details: { section: sectionId, title: now.title.slice(0, 120), ...detailsOf(change) },
    });
  });
  bus().publish('order.changed', { seriesId: deck.seriesId, deckId: deck.id });
  if (change.type === 'status' && change.status === 'ready') await keepReady(deck.id, person.id, title);
}

/** What is called ready is a moment worth finding. */
async function keepReady(deckId: string, personId: string, name: string): Promise<void> {
  await flushDeck(deckId);
  const { headSeq } = await database().deck.findUniqueOrThrow({ where: { id: deckId }, select: { headSeq: true } });
  await keepMoment({ deckId, seq: Number(headSeq), reason: 'ready', personId, name });
}

async function findSection(
  visitor: Visitor,
  sectionId: string,
  act: Act,
): Promise<{ readonly deck: SectionParts['deck']; readonly host: boolean; readonly title: string }> {
  if (!isUuid(sectionId)) throw nothingHere();
  const section = await database().section.findUnique({ where: { id: sectionId }, include: PARTS });
  if (section === null) throw nothingHere();
  const { deck } = section;
  const asker = await authorize(visitor, act, deck.series, deck.id);
  return { deck, host: may(asker, 'section.manage', deck.series), title: section.title };
}

interface Asked {
  readonly change: SectionChange;
  readonly person: VisitorPerson;
  readonly host: boolean;
}

async function dataOf(
  tx: Transaction,
  section: SectionParts,
  { change, person, host }: Asked,
): Promise<Prisma.SectionUncheckedUpdateInput> {
  switch (change.type) {
    case 'status':
      return { status: change.status };
    case 'skip':
      return { skipped: change.skipped };
    case 'time':
      return { plannedSeconds: change.seconds };
    case 'team':
      return { teamId: await teamOfSeries(tx, section, change.teamId) };
    case 'deputy':
      return { deputyId: await choose(tx, section, change.to) };
    case 'take':
      requireTurn(section, person, host);
      return { reporterId: person.id };
    case 'reporter':
      requireTurn(section, person, host);
      return { reporterId: await choose(tx, section, change.to) };
  }
}

/** What somebody has taken only they, their deputy or a host may give to others. */
function requireTurn({ reporterId, deputyId }: SectionParts, person: VisitorPerson, host: boolean): void {
  if (reporterId === null || host || reporterId === person.id || deputyId === person.id) return;
  throw new Refusal('not-allowed', 'Somebody else reports here: ask them, or a host, to give it to you.');
}

async function choose(tx: Transaction, { deck }: SectionParts, to: PersonChoice | null): Promise<string | null> {
  if (to === null) return null;
  if ('name' in to) return namedPerson(tx, deck.seriesId, to.name);
  const known = await tx.person.findFirst({
    where: { id: to.personId, ...ofSeries(deck.seriesId) },
    select: { id: true },
  });
  if (known !== null) return known.id;
  throw new Refusal('invalid', 'This person is not known in the series: choose another, or write their name.');
}

async function teamOfSeries(tx: Transaction, { deck }: SectionParts, teamId: string | null): Promise<string | null> {
  if (teamId === null) return null;
  const team = await tx.team.findFirst({ where: { id: teamId, seriesId: deck.seriesId }, select: { id: true } });
  if (team === null) throw new Refusal('invalid', 'There is no such team in this series.');
  return team.id;
}

function detailsOf(change: SectionChange): Readonly<Record<string, string | number | boolean | null>> {
  switch (change.type) {
    case 'status':
      return { status: change.status };
    case 'skip':
      return { skipped: change.skipped };
    case 'time':
      return { seconds: change.seconds };
    case 'team':
      return { team: change.teamId };
    case 'take':
      return {};
    case 'reporter':
    case 'deputy':
      return { to: change.to === null ? null : 'name' in change.to ? change.to.name : change.to.personId };
  }
}
