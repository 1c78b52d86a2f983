import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audience, SeriesRole, WriteAudience } from '#lib/access.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { insertLink } from '#server/accounts/links.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { seriesPage } from '#server/series/series-page.ts';
import { acceptLearned } from './accept-learned.ts';
import { changeTeam } from './change-team.ts';
import { createTeam, makeTeamOfTopic } from './create-team.ts';
import { mergeTeams } from './merge-teams.ts';
import { moveTeam } from './move-team.ts';
import { movedTeam } from './moved-team.ts';
import { removeTeam } from './remove-team.ts';
import { splitTeam } from './split-team.ts';
import { addTeamMember, removeTeamMember } from './team-members.ts';
import { teamPage } from './team-page.ts';
import { teamsPage } from './teams-page.ts';
import { forgetTopic, makeTopic } from './topics.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

interface Audiences {
  readonly readDecks?: Audience;
  readonly readRecords?: Audience;
  readonly readLive?: Audience;
  readonly write?: WriteAudience;
}

let count = 0;

/** A series of its own with one host. */
async function harbour(audiences: Audiences = {}) {
  const slug = `harbour-${++count}`;
  const { id } = await db.prisma.series.create({ data: { slug, name: 'Harbour', timeZone: 'UTC', ...audiences } });
  return { slug, id, ada: await member(id, 'Ada', 'host') };
}

async function member(seriesId: string, name: string, role: SeriesRole): Promise<Visitor> {
  const visitor = await signedIn(db, name);
  await db.prisma.membership.create({ data: { seriesId, personId: visitor.person?.id ?? '', role } });
  return visitor;
}

/** Whoever holds a link and gave a name. */
async function guest(seriesId: string, grant: 'read' | 'write'): Promise<Visitor> {
  await db.prisma.$transaction((tx) => insertLink(tx, { seriesId, grant, name: 'for a test', personId: null }));
  const link = await db.prisma.link.findFirstOrThrow({ where: { seriesId, grant } });
  const { id } = await db.prisma.person.create({ data: { name: 'Gast', hue: 1 } });
  return { person: { id, name: 'Gast', hue: 1, admin: false, signedIn: false }, linkIds: [link.id] };
}

/** Everything that is written of the teams of a series. */
async function written(seriesId: string) {
  return {
    teams: await db.prisma.team.findMany({ where: { seriesId }, orderBy: { position: 'asc' } }),
    headings: await db.prisma.knownHeading.findMany({ where: { seriesId }, orderBy: { folded: 'asc' } }),
    addresses: await db.prisma.teamAddress.findMany({ where: { seriesId }, orderBy: { slug: 'asc' } }),
    members: await db.prisma.teamMember.findMany({ where: { team: { seriesId } }, orderBy: { personId: 'asc' } }),
    people: await db.prisma.person.count(),
    acts: await db.prisma.auditEntry.count({ where: { seriesId } }),
  };
}

const namesOf = async (visitor: Visitor, slug: string) =>
  (await teamsPage(visitor, slug)).teams.map(({ name }) => name);
const ONE = '01890000-0000-7000-8000-000000000001';

describe('a team', () => {
  it('is made with its spellings, an address, a colour of its own, and heard of', async () => {
    const { slug, id, ada } = await harbour();
    const rung: (string | null)[] = [];
    const end = bus().subscribe('order.changed', ({ seriesId, deckId }) => seriesId === id && rung.push(deckId));
    const quay = await createTeam(ada, slug, { name: 'Team Quay', blurb: 'Cranes', aliases: 'SIG Quay\nQuayside' });
    expect(quay.slug).toBe('team-quay');
    await createTeam(ada, slug, { name: 'API' });
    await createTeam(ada, slug, { name: 'Хор', hue: '200' });
    const view = await teamsPage(ada, slug);
    expect(view.teams).toMatchObject([
      { name: 'Team Quay', aliases: ['SIG Quay', 'Quayside'], blurb: 'Cranes', address: `/${slug}/team/team-quay` },
      { name: 'API', slug: 'api' },
      { name: 'Хор', slug: 'team', hue: 200 },
    ]);
    expect(new Set(view.teams.map(({ hue }) => hue)).size).toBe(3);
    await expect.poll(() => rung).toEqual([null, null, null]);
    end();
    const acts = await db.prisma.auditEntry.findMany({ where: { seriesId: id } });
    expect(acts.map(({ act, personId }) => [act, personId])).toEqual(
      Array.from({ length: 3 }, () => ['team.create', ada.person?.id]),
    );
  });

  it('keeps its old name and its old address when it is renamed, also back', async () => {
    const { slug, id, ada } = await harbour();
    const { id: team } = await createTeam(ada, slug, { name: 'Team IaaS', aliases: ['SIG IaaS', 'IaaS'] });
    expect(await changeTeam(ada, slug, team, { name: 'Cloud', aliases: 'SIG IaaS', blurb: 'All of it' })).toBe('cloud');
    expect((await teamPage(ada, slug, 'cloud')).team).toMatchObject({
      name: 'Cloud',
      blurb: 'All of it',
      aliases: ['SIG IaaS', 'Team IaaS'],
    });
    expect(await movedTeam(ada, slug, 'team-iaas')).toBe(`/${slug}/team/cloud`);
    expect(await movedTeam(ada, slug, 'cloud')).toBeNull();
    await expect(teamPage(ada, slug, 'team-iaas')).rejects.toMatchObject({ code: 'not-found' });
    // The old name is taken for ever.
    expect(await createTeam(ada, slug, { name: 'Team I.a.a.S.' })).toMatchObject({ slug: 'team-i-a-a-s' });
    expect(await changeTeam(ada, slug, team, { name: 'Team IaaS', aliases: '' })).toBe('team-iaas');
    expect(await movedTeam(ada, slug, 'cloud')).toBe(`/${slug}/team/team-iaas`);
    expect(await movedTeam(ada, slug, 'team-iaas')).toBeNull();
    expect((await written(id)).headings.filter(({ teamId }) => teamId === team).map(({ folded }) => folded)).toEqual([
      'cloud',
      'team iaas',
    ]);
  });

  it('keeps its address, colour and name when only their spelling changes', async () => {
    const { slug, ada } = await harbour();
    const { id: team } = await createTeam(ada, slug, { name: 'sig docs', hue: 77 });
    await changeTeam(ada, slug, team, { name: 'SIG Docs', aliases: 'sig-docs!' });
    expect(await teamsPage(ada, slug)).toMatchObject({
      teams: [{ name: 'SIG Docs', slug: 'sig-docs', hue: 77, aliases: [] }],
    });
  });

  it('moves up, down, and to a place', async () => {
    const { slug, ada } = await harbour();
    for (const name of ['One', 'Two', 'Three']) await createTeam(ada, slug, { name });
    const [one] = (await teamsPage(ada, slug)).teams;
    await moveTeam(ada, slug, { team: one?.id, to: 'down' });
    expect(await namesOf(ada, slug)).toEqual(['Two', 'One', 'Three']);
    await moveTeam(ada, slug, { team: one?.id, to: 9 });
    await moveTeam(ada, slug, { team: one?.id, to: 'down' });
    expect(await namesOf(ada, slug)).toEqual(['Two', 'Three', 'One']);
    await moveTeam(ada, slug, { team: one?.id, to: 0 });
    await moveTeam(ada, slug, { team: one?.id, to: 'up' });
    expect(await namesOf(ada, slug)).toEqual(['One', 'Two', 'Three']);
  });

  it('leaves its headings as topics when it is removed, and its sections to nobody', async () => {
    const { slug, id, ada } = await harbour();
    const { id: team } = await createTeam(ada, slug, { name: 'Team Quay', aliases: 'SIG Quay' });
    await addTeamMember(ada, slug, { team, name: 'Bea' });
    const section = await sectionOf(id, team);
    await removeTeam(ada, slug, { team });
    const view = await teamsPage(ada, slug);
    expect(view).toMatchObject({ teams: [], topics: ['SIG Quay', 'Team Quay'] });
    expect(await db.prisma.section.findUniqueOrThrow({ where: { id: section } })).toMatchObject({ teamId: null });
    expect(await makeTeamOfTopic(ada, slug, 'team quay')).toMatchObject({ slug: 'team-quay' });
    expect(await teamsPage(ada, slug)).toMatchObject({ teams: [{ name: 'Team Quay' }], topics: ['SIG Quay'] });
  });
});

/** A section that somebody gave to a team. */
async function sectionOf(seriesId: string, teamId: string): Promise<string> {
  const deck = await db.prisma.deck.create({ data: { id: `deck-${++count}`, kind: 'call', seriesId } });
  const row = { deckId: deck.id, anchor: '', title: 'Anything', position: 0, teamId };
  return (await db.prisma.section.create({ data: row })).id;
}

describe('two teams', () => {
  it('become one: spellings, members, sections and addresses go along', async () => {
    const { slug, id, ada } = await harbour();
    const { id: old } = await createTeam(ada, slug, { name: 'Team Ops', aliases: 'SIG Ops', blurb: 'Runs it' });
    await changeTeam(ada, slug, old, { name: 'Operations', aliases: 'SIG Ops', blurb: 'Runs it' });
    const { id: into } = await createTeam(ada, slug, { name: 'Platform' });
    for (const team of [old, into]) await addTeamMember(ada, slug, { team, name: '@Eli' });
    await addTeamMember(ada, slug, { team: old, name: 'Fay' });
    const section = await sectionOf(id, old);
    await mergeTeams(ada, slug, { team: old, into });
    const view = await teamsPage(ada, slug);
    expect(view.teams).toHaveLength(1);
    expect(view.teams[0]?.aliases.toSorted()).toEqual(['Operations', 'SIG Ops', 'Team Ops']);
    expect(view.teams[0]?.members.map(({ name }) => name)).toEqual(['Eli', 'Fay']);
    expect(view.teams[0]?.blurb).toBe('Runs it');
    for (const former of ['team-ops', 'operations'])
      expect(await movedTeam(ada, slug, former)).toBe(`/${slug}/team/platform`);
    expect(await db.prisma.section.findUniqueOrThrow({ where: { id: section } })).toMatchObject({ teamId: into });
    await expect(mergeTeams(ada, slug, { team: into, into: old })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are split apart again, with nothing lost', async () => {
    const { slug, ada } = await harbour();
    const aliases = ['SIG Docs', 'Documentation', 'SIG Writers', 'Writers'];
    const { id: team } = await createTeam(ada, slug, { name: 'Docs', aliases });
    await createTeam(ada, slug, { name: 'Last' });
    const spellings = ['SIG Writers', 'writers'];
    expect(await splitTeam(ada, slug, { team, name: 'Writers', spellings })).toMatchObject({ slug: 'writers' });
    const { teams } = await teamsPage(ada, slug);
    expect(teams.map(({ name }) => name)).toEqual(['Docs', 'Writers', 'Last']);
    expect(teams[0]?.aliases.toSorted()).toEqual(['Documentation', 'SIG Docs']);
    expect(teams[1]?.aliases).toEqual(['SIG Writers']);
    await expect(splitTeam(ada, slug, { team, name: 'Own', spellings: ['Docs'] })).rejects.toThrow(/own name/);
    await expect(splitTeam(ada, slug, { team, name: 'Own', spellings: ['Writers'] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(splitTeam(ada, slug, { team, name: 'Last', spellings: ['SIG Docs'] })).rejects.toThrow(/“Last”/);
    expect((await teamsPage(ada, slug)).teams[0]?.aliases).toHaveLength(2);
  });

  it('never share a heading, and the refusal names the other', async () => {
    const { slug, id, ada } = await harbour();
    const { id: docs } = await createTeam(ada, slug, { name: 'Docs', aliases: 'SIG Docs' });
    await createTeam(ada, slug, { name: 'Writers' });
    const before = await written(id);
    await expect(createTeam(ada, slug, { name: 'sig-docs' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(createTeam(ada, slug, { name: 'New', aliases: 'WRITERS' })).rejects.toThrow(
      /“WRITERS” is of the team “Writers”.*merge/,
    );
    await expect(changeTeam(ada, slug, docs, { name: 'Writers' })).rejects.toThrow(/“Writers”/);
    await expect(makeTopic(ada, slug, 'SIG  Docs')).rejects.toMatchObject({ code: 'conflict' });
    await expect(makeTeamOfTopic(ada, slug, 'sig docs')).rejects.toThrow(/“Docs”/);
    expect(await written(id)).toEqual(before);
  });
});

describe('members', () => {
  it('are people of the series by id, or named, and then need no account', async () => {
    const { slug, id, ada } = await harbour();
    const { id: team } = await createTeam(ada, slug, { name: 'Quay' });
    const bea = await member(id, 'Bea', 'writer');
    const outsider = await signedIn(db, 'Mallory');
    await addTeamMember(ada, slug, { team, person: bea.person?.id });
    await addTeamMember(ada, slug, { team, name: '@Noor' });
    await addTeamMember(ada, slug, { team, name: '@noor' });
    await addTeamMember(ada, slug, { team, name: 'Mallory' });
    const { teams, people } = await teamsPage(ada, slug);
    expect(teams[0]?.members).toMatchObject([
      { id: bea.person?.id, name: 'Bea' },
      { name: 'Noor', handle: 'Noor' },
      { name: 'Mallory', handle: null },
    ]);
    expect(people.map(({ name }) => name)).toEqual(['Ada', 'Bea', 'Mallory', 'Noor']);
    expect(people.map((person) => person.id)).not.toContain(outsider.person?.id);
    await expect(addTeamMember(ada, slug, { team, person: outsider.person?.id })).rejects.toMatchObject({
      code: 'invalid',
    });
    await removeTeamMember(ada, slug, { team, person: bea.person?.id });
    expect((await teamsPage(ada, slug)).teams[0]?.members).toHaveLength(2);
  });
});

describe('what cannot be', () => {
  it('is refused in words, and nothing of it is written', async () => {
    const { slug, id, ada } = await harbour();
    const { id: team } = await createTeam(ada, slug, { name: 'Quay' });
    const before = await written(id);
    const wrong: readonly (() => Promise<unknown>)[] = [
      () => createTeam(ada, slug, { name: 'x'.repeat(300) }),
      () => createTeam(ada, slug, { name: 'Team \u202EyauQ' }),
      () => createTeam(ada, slug, { name: 'Docs', aliases: 'SIG Docs\nsig docs' }),
      () => createTeam(ada, slug, null),
      () => changeTeam(ada, slug, 'quay', { name: 'Quay' }),
      () => changeTeam(ada, slug, team, { name: '' }),
      () => moveTeam(ada, slug, { team, to: 'away' }),
      () => mergeTeams(ada, slug, { team, into: team }),
      () => splitTeam(ada, slug, { team, name: 'New', spellings: [] }),
      () => removeTeam(ada, slug, {}),
      () => makeTopic(ada, slug, '\u200B'),
      () => makeTeamOfTopic(ada, slug, 'x'.repeat(300)),
      () => addTeamMember(ada, slug, { team, name: '@\u202Eada' }),
      () => acceptLearned(ada, slug, { teams: [], topics: [] }),
    ];
    for (const act of wrong) await expect(act()).rejects.toMatchObject({ code: 'invalid', message: /\.$/ });
    for (const act of [
      () => removeTeam(ada, slug, { team: ONE }),
      () => changeTeam(ada, slug, ONE, { name: 'New' }),
      () => addTeamMember(ada, slug, { team: ONE, name: 'Bea' }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-found' });
    expect(await written(id)).toEqual(before);
  });

  it('is a hundred and first team', async () => {
    const { slug, id, ada } = await harbour();
    const teams = Array.from({ length: 100 }, (_, at) => ({
      name: `Team ${at}`,
      into: null,
      spellings: [],
      reporters: [],
    }));
    await acceptLearned(ada, slug, { teams, topics: [] });
    const before = await written(id);
    expect(new Set(before.teams.map(({ hue }) => hue)).size).toBe(100);
    await expect(createTeam(ada, slug, { name: 'One more' })).rejects.toThrow(/at most 100 teams/);
    const two = Array.from({ length: 200 }, (_, at) => ({ ...teams[0], name: `More ${at}` }));
    await expect(acceptLearned(ada, slug, { teams: two, topics: [] })).rejects.toMatchObject({ code: 'invalid' });
    expect(await written(id)).toEqual(before);
  });

  it('is a team of another series', async () => {
    const [one, other] = [await harbour(), await harbour()];
    const { id: team } = await createTeam(one.ada, one.slug, { name: 'Quay' });
    const { id: own } = await createTeam(other.ada, other.slug, { name: 'Quay' });
    for (const act of [
      () => removeTeam(other.ada, other.slug, { team }),
      () => mergeTeams(other.ada, other.slug, { team, into: own }),
      () => mergeTeams(other.ada, other.slug, { team: own, into: team }),
      () => addTeamMember(other.ada, other.slug, { team, name: 'Eve' }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-found' });
    expect(await namesOf(one.ada, one.slug)).toEqual(['Quay']);
  });
});

describe('who may', () => {
  it('change teams are hosts alone', async () => {
    const { slug, id, ada } = await harbour({ readDecks: 'public', write: 'link' });
    const { id: team } = await createTeam(ada, slug, { name: 'Quay', aliases: 'Pier' });
    const { id: into } = await createTeam(ada, slug, { name: 'Lights' });
    await makeTopic(ada, slug, 'Welcome');
    const acts: readonly ((visitor: Visitor) => Promise<unknown>)[] = [
      (visitor) => createTeam(visitor, slug, { name: 'Mine' }),
      (visitor) => changeTeam(visitor, slug, team, { name: 'Mine' }),
      (visitor) => moveTeam(visitor, slug, { team, to: 'down' }),
      (visitor) => mergeTeams(visitor, slug, { team, into }),
      (visitor) => splitTeam(visitor, slug, { team, name: 'Pier', spellings: ['Pier'] }),
      (visitor) => removeTeam(visitor, slug, { team }),
      (visitor) => makeTeamOfTopic(visitor, slug, 'Welcome'),
      (visitor) => makeTopic(visitor, slug, 'Goodbye'),
      (visitor) => forgetTopic(visitor, slug, 'Welcome'),
      (visitor) => addTeamMember(visitor, slug, { team, name: 'Mine' }),
      (visitor) => removeTeamMember(visitor, slug, { team, person: ONE }),
      (visitor) => acceptLearned(visitor, slug, { teams: [], topics: [{ name: 'Goodbye', spellings: [] }] }),
    ];
    const refused: readonly (readonly [Visitor, string])[] = [
      [await member(id, 'Will', 'writer'), 'not-allowed'],
      [await member(id, 'Rea', 'reader'), 'not-allowed'],
      [await guest(id, 'write'), 'not-allowed'],
      [await signedIn(db, 'Eve'), 'not-allowed'],
      [{ person: null, linkIds: [] }, 'sign-in-first'],
    ];
    const before = await written(id);
    for (const [visitor, code] of refused)
      for (const act of acts) await expect(act(visitor)).rejects.toMatchObject({ code });
    expect({ ...(await written(id)), acts: 0 }).toEqual({ ...before, acts: 0 });
  });

  it('read them are who may read decks or records; topics and people are for hosts', async () => {
    const { slug, id, ada } = await harbour({ readRecords: 'link', readLive: 'link' });
    await createTeam(ada, slug, { name: 'Quay' });
    await makeTopic(ada, slug, 'Welcome');
    for (const visitor of [await member(id, 'Rea', 'reader'), await guest(id, 'read')]) {
      expect(await teamsPage(visitor, slug)).toMatchObject({
        teams: [{ name: 'Quay' }],
        topics: [],
        people: [],
        may: { manage: false },
      });
      expect((await teamPage(visitor, slug, 'quay')).team.name).toBe('Quay');
    }
    expect((await teamsPage(ada, slug)).topics).toEqual(['Welcome']);
    for (const visitor of [STRANGER, await signedIn(db, 'Eve')]) {
      await expect(teamsPage(visitor, slug)).rejects.toMatchObject({ code: 'not-found' });
      await expect(teamPage(visitor, slug, 'quay')).rejects.toMatchObject({ code: 'not-found' });
    }
    for (const odd of ['\u0000', '../quay', 'Quay', 'x'.repeat(300)]) {
      expect(await movedTeam(ada, slug, odd)).toBeNull();
      await expect(teamPage(ada, slug, odd)).rejects.toMatchObject({ code: 'not-found' });
    }
    await changeTeam(ada, slug, (await teamsPage(ada, slug)).teams[0]?.id ?? '', { name: 'Pier' });
    expect(await movedTeam(STRANGER, slug, 'quay')).toBeNull();
  });

  it('see the way there are hosts always, others once there are teams', async () => {
    const { slug, id, ada } = await harbour();
    const rea = await member(id, 'Rea', 'reader');
    const link = async (visitor: Visitor) => (await seriesPage(visitor, slug)).teams;
    expect(await link(ada)).toEqual({ count: 0, address: `/${slug}/teams` });
    expect(await link(rea)).toBeNull();
    await createTeam(ada, slug, { name: 'Quay' });
    expect(await link(rea)).toEqual({ count: 1, address: `/${slug}/teams` });
  });
});

describe('two hosts at once', () => {
  it('make one team of one name, and each merge once', async () => {
    const { slug, id, ada } = await harbour();
    const bea = await member(id, 'Bea', 'host');
    const made = await Promise.allSettled([
      createTeam(ada, slug, { name: 'Quay' }),
      createTeam(bea, slug, { name: 'QUAY' }),
      createTeam(bea, slug, { name: 'Lights' }),
    ]);
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const [one, two] = (await teamsPage(ada, slug)).teams;
    const merged = await Promise.allSettled([
      mergeTeams(ada, slug, { team: one?.id, into: two?.id }),
      mergeTeams(bea, slug, { team: two?.id, into: one?.id }),
    ]);
    expect(merged.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await teamsPage(ada, slug)).teams).toMatchObject([{ aliases: [expect.any(String)] }]);
    await Promise.all(['A', 'B', 'C', 'D'].map((name) => createTeam(name < 'C' ? ada : bea, slug, { name })));
    const { teams } = await written(id);
    expect(new Set(teams.map(({ position }) => position)).size).toBe(5);
    await Promise.all([
      moveTeam(ada, slug, { team: teams[4]?.id, to: 0 }),
      moveTeam(bea, slug, { team: teams[0]?.id, to: 'down' }),
    ]);
    expect((await written(id)).teams.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  it('accept what decks taught once', async () => {
    const { slug, id, ada } = await harbour();
    const bea = await member(id, 'Bea', 'host');
    const form = {
      teams: [
        { name: 'Team IaaS', into: null, spellings: ['SIG IaaS'], reporters: ['@eli', 'Fay'] },
        { name: 'Team Ops', into: null, spellings: [], reporters: ['@ELI'] },
      ],
      topics: [{ name: 'Welcome', spellings: ['Welcome!'] }],
    };
    const done = await Promise.allSettled([acceptLearned(ada, slug, form), acceptLearned(bea, slug, form)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { teams, topics } = await teamsPage(ada, slug);
    expect(teams).toMatchObject([
      { name: 'Team IaaS', aliases: ['SIG IaaS'], members: [{ handle: 'eli' }, { name: 'Fay' }] },
      { name: 'Team Ops', members: [{ handle: 'eli' }] },
    ]);
    expect(topics).toEqual(['Welcome']);
    const before = await written(id);
    const half = {
      teams: [{ ...form.teams[0], name: 'New', spellings: [], reporters: ['@new'] }, form.teams[1]],
      topics: [],
    };
    await expect(acceptLearned(ada, slug, half)).rejects.toMatchObject({ code: 'conflict' });
    expect(await written(id)).toEqual(before);
    const more = { name: 'x', into: teams[1]?.id, spellings: ['SIG Ops'], reporters: [] };
    await acceptLearned(ada, slug, { teams: [more], topics: [] });
    expect((await teamsPage(ada, slug)).teams[1]).toMatchObject({ name: 'Team Ops', aliases: ['SIG Ops'] });
  });
});
