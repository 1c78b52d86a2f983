import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import { acceptLearned } from './accept-learned.ts';
import { createTeam } from './create-team.ts';
import { learnedTeams } from './learned-teams.ts';
import { mergeTeams } from './merge-teams.ts';
import { teamPage } from './team-page.ts';
import { teamsPage } from './teams-page.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

let count = 0;

async function harbour() {
  const slug = `pier-${++count}`;
  const audiences = { readRecords: 'public', readDecks: 'members' } as const;
  const { id } = await db.prisma.series.create({ data: { slug, name: 'Pier', timeZone: 'UTC', ...audiences } });
  const ada = await signedIn(db, 'Ada');
  await db.prisma.membership.create({ data: { seriesId: id, personId: ada.person?.id ?? '', role: 'host' } });
  return { slug, id, ada };
}

function callOf(seriesId: string, date: string, state: 'planned' | 'ended') {
  const startsAt = new Date(`${date}T12:00:00Z`);
  return { seriesId, address: date, title: 'Call', state, startsAt, timeZone: 'UTC', hasTime: false };
}

interface Facts {
  readonly team?: string;
  readonly reporter?: string;
  readonly status?: string;
}

/** The record of a call with this text; `facts` are what its edition says of its sections, by their title. */
async function record(seriesId: string, date: string, text: string, facts: Readonly<Record<string, Facts>> = {}) {
  const model = parseDeck(text);
  const call = await db.prisma.call.create({ data: callOf(seriesId, date, 'ended') });
  const { title, startsAt, timeZone, hasTime } = call;
  const sections = model.sections.map((section) => ({
    title: section.title,
    team: null,
    reporter: null,
    status: null,
    leftOut: false,
    ...facts[section.title],
  }));
  const provenance = { type: 'call', deck: 'none', epoch: 1, seq: 1, endedAt: startsAt.toISOString() } as const;
  const material = { kind: 'slides', title, startsAt, timeZone, hasTime, model, sections, provenance } as const;
  await db.prisma.$transaction((tx) =>
    writeEdition(tx, {
      callId: call.id,
      source: new TextEncoder().encode(text),
      material: { ...material, anchorOf: null, assets: {} },
      personId: null,
      sealsAt: new Date(),
    }),
  );
}

/** A coming call with a deck of this text. */
async function planned(seriesId: string, date: string, text: string): Promise<void> {
  const { id: callId } = await db.prisma.call.create({ data: callOf(seriesId, date, 'planned') });
  await db.prisma.$transaction((tx) => createDeck(tx, { kind: 'call', seriesId, callId, text, personId: null }));
}

const deck = (...sections: readonly string[]): string =>
  ['# Pier call\n', ...sections.map((section) => `# ${section}\n\n- News\n`)].join('\n---\n\n');

describe('a team’s own page', () => {
  it('lists its sections to come and those on record, by any of its spellings', async () => {
    const { slug, id, ada } = await harbour();
    await createTeam(ada, slug, { name: 'Team Quay', aliases: 'SIG Quay' });
    await createTeam(ada, slug, { name: 'Lights' });
    await record(id, '2024-12-05', deck('SIG quay\n\nReport by @quinn', 'Lights'));
    await record(id, '2024-12-12', deck('Lights', 'TEAM QUAY', 'Anything'), {
      'TEAM QUAY': { reporter: 'Fay', status: 'ready', team: 'lights' },
      Anything: { team: 'team-quay', status: 'odd' },
    });
    await planned(id, '2030-01-01', deck('Team Quay\n\nReport by @eli', 'Lights'));
    const view = await teamPage(ada, slug, 'team-quay');
    expect(view.history.entries).toMatchObject([
      { title: 'TEAM QUAY', reporter: 'Fay', status: 'ready', address: `/${slug}/2024-12-12/team-quay/1` },
      { title: 'Anything', reporter: null, status: null, address: `/${slug}/2024-12-12/anything/1` },
      { title: 'SIG quay', reporter: '@quinn', status: null, call: { address: '2024-12-05' } },
    ]);
    expect(view.coming).toMatchObject([
      { title: 'Team Quay', reporter: '@eli', status: 'empty', address: `/${slug}/2030-01-01/deck#team-quay` },
    ]);
    const stranger = await teamPage(STRANGER, slug, 'team-quay');
    expect(stranger.history.entries).toHaveLength(3);
    expect(stranger.coming).toEqual([]);
  });

  it('has the reports of a team that was merged into it', async () => {
    const { slug, id, ada } = await harbour();
    const { id: team } = await createTeam(ada, slug, { name: 'Old' });
    const { id: into } = await createTeam(ada, slug, { name: 'New' });
    await record(id, '2024-12-05', deck('Old', 'Anything'), { Anything: { team: 'old' } });
    expect((await teamPage(ada, slug, 'new')).history.entries).toEqual([]);
    await mergeTeams(ada, slug, { team, into });
    expect((await teamPage(ada, slug, 'new')).history.entries).toMatchObject([{ title: 'Old' }, { title: 'Anything' }]);
  });
});

describe('what decks teach', () => {
  async function taught() {
    const made = await harbour();
    for (const [at, date] of ['2024-11-07', '2024-11-14', '2024-11-21', '2024-11-28', '2024-12-05'].entries()) {
      const docs = at === 1 ? 'Team Documentation' : 'Team Docs';
      await record(
        made.id,
        date,
        deck('Welcome', 'Team IaaS\n\nReport by @eli', `${docs}\n\nReport by @fay`, 'Goodbye'),
      );
    }
    return made;
  }

  async function acceptAll(visitor: Visitor, slug: string): Promise<void> {
    const { teams, topics } = await learnedTeams(visitor, slug);
    await acceptLearned(visitor, slug, {
      teams: teams.map(({ name, into, spellings, reporters }) => ({
        name,
        into: into?.id ?? null,
        spellings: spellings.map(({ spelling }) => spelling),
        reporters: reporters.map(({ who }) => who),
      })),
      topics: topics.map(({ name, spellings }) => ({ name, spellings: spellings.map(({ spelling }) => spelling) })),
    });
  }

  it('is proposed with its evidence, accepted at once, and then known', async () => {
    const { slug, id, ada } = await taught();
    const view = await learnedTeams(ada, slug);
    expect(view.decks).toBe(5);
    expect(view.teams.map(({ name }) => name)).toEqual(['Team IaaS', 'Team Docs']);
    expect(view.teams[0]).toMatchObject({ decks: 5, last: '2024-12-05', reporters: [{ who: '@eli', decks: 5 }] });
    expect(view.topics.map(({ name }) => name)).toEqual(expect.arrayContaining(['Welcome', 'Goodbye']));
    await acceptAll(ada, slug);
    const { teams, topics } = await teamsPage(ada, slug);
    expect(teams).toMatchObject([
      { name: 'Team IaaS', members: [{ handle: 'eli' }] },
      { name: 'Team Docs', aliases: ['Team Documentation'], members: [{ handle: 'fay' }] },
    ]);
    expect(topics).toEqual(expect.arrayContaining(['Welcome', 'Goodbye']));
    const left = await learnedTeams(ada, slug);
    expect({ teams: left.teams, topics: left.topics }).toEqual({ teams: [], topics: [] });
    // A new record is read, too.
    await record(id, '2024-12-12', deck('Welcome', 'Team IaaS', 'Team Docs', 'Goodbye'));
    expect((await learnedTeams(ada, slug)).decks).toBe(6);
  });

  it('is for hosts', async () => {
    const { slug, id } = await taught();
    const will = await signedIn(db, 'Will');
    await db.prisma.membership.create({ data: { seriesId: id, personId: will.person?.id ?? '', role: 'writer' } });
    await expect(learnedTeams(will, slug)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(learnedTeams(STRANGER, slug)).rejects.toMatchObject({ code: 'sign-in-first' });
  });
});
