import { randomBytes, randomUUID } from 'node:crypto';
import { addresses } from '#lib/addresses.ts';
import { dateIn, scheduleOf } from '#lib/dates/call-date.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Visitor } from '#lib/visitor.ts';
import { insertLink } from '#server/accounts/links.ts';
import { createSectionLink } from '#server/accounts/section-links.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { keepPicture, type StoredPicture } from '#server/assets/keep-picture.ts';
import { nameAsset } from '#server/assets/store-asset.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { createApiToken, listApiTokens, tokenOwner } from '#server/api-tokens/manage-tokens.ts';
import { openRun } from '#server/imports/open-run.ts';
import { inviteMany } from '#server/people/invite.ts';
import { insertSeries } from '#server/series/insert-series.ts';
import { addTeamMember } from '#server/teams/team-members.ts';
import { createTeam } from '#server/teams/create-team.ts';
import { makeTopic } from '#server/teams/topics.ts';
import { keepWebhook } from '#server/webhooks/manage-webhook.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import type { Series } from '#prisma/client/client.ts';
import { AUDIENCES, type Openness } from './audiences.ts';
import { cookiesOf, type AccountPerson, type People } from './people.ts';
import type { Role } from './roles.ts';

/** Stands in the text of every deck of a world: whoever is shown it was let in. */
export const SECRET = 'The lighthouse keeper sleeps at noon';

/** The smallest picture. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

interface WorldCall {
  readonly id: string;
  readonly deckId: string;
  /** The last part of its address. */
  readonly date: string;
}

interface WorldSeries {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** A series with everything that a row can ask for, and a way in for everybody. */
export interface World {
  readonly openness: Openness;
  readonly slug: string;
  readonly seriesId: string;
  readonly templateDeckId: string;
  readonly planned: WorldCall;
  readonly live: WorldCall;
  readonly ended: WorldCall & { readonly editionId: string; readonly slide: string; readonly helloId: string };
  /** Ended today, with a sealed record. `deckId` is of an open correction of its section “Weather”, which a host publishes. */
  readonly corrected: WorldCall;
  /** An imported record. */
  readonly imported: Omit<WorldCall, 'deckId'>;
  /** In the bin. */
  readonly deleted: WorldCall;
  /** Other series with the same people: one without any call, one in the bin. */
  readonly spare: WorldSeries;
  readonly deletedSeries: WorldSeries;
  readonly sectionId: string;
  /** Path of the picture. */
  readonly asset: string;
  /** Keys of the picture, and of one that nothing names. */
  readonly pictures: { readonly shown: string; readonly unused: string };
  /** Address of a picture on another server, which the planned deck shows. */
  readonly foreign: string;
  readonly teams: { readonly quay: string; readonly lights: string };
  readonly topic: string;
  /** An invitation for many, an API token of the series, and Nell, who is only named. */
  readonly invitationId: string;
  /** An import of the host's into the series, whose files are coming. */
  readonly importId: string;
  readonly tokenId: string;
  readonly namedId: string;
  /** Somebody with an account whom nobody needs. */
  readonly victim: { readonly personId: string; readonly name: string; readonly sessionId: string };
  readonly links: Readonly<Record<'read' | 'write' | 'section', { readonly id: string; readonly path: string }>>;
  readonly people: People;
  /** The Cookie header of whoever comes in this role. */
  readonly cookie: (role: Role) => Promise<string>;
}

const text = (title: string, asset: string) =>
  `# ${title}\n\n---\n\n# Team Quay\n\n- ${SECRET}\n\n![](${asset})\n\n---\n\n# Weather\n\n- Fair\n`;

/** As whom the parts are made that only a host makes. */
export function visitorOf({ personId, name }: AccountPerson, admin = false): Visitor {
  return { person: { id: personId, name, hue: 10, admin, signedIn: true }, linkIds: [] };
}

/** Where the worlds of a house are: a running Plenum, where links are opened, and a server of somebody else's with pictures. */
export interface Ground {
  readonly url: string;
  readonly pictures: string;
}

/** A picture that nothing names, drawn once for all worlds. */
const OTHER = pictureFile('other.png', 200, 4, 3);

/** Makes a world of this kind, with people who are the same in each. */
export async function makeWorld({ url, pictures }: Ground, people: People, openness: Openness): Promise<World> {
  const slug = `harbour-${randomBytes(5).toString('hex')}`;
  const host = visitorOf(people.host);
  const picture = await keepPicture(PICTURE);
  const other = await keepPicture((await OTHER).buffer);
  const foreign = `${pictures}/${slug}.png`;
  const found = { slug, people, openness, picture, other, foreign };
  const made = await database().$transaction((tx) => insertAll(tx, found), {
    timeout: 30_000,
  });
  const quay = await createTeam(host, slug, { name: 'Team Quay', blurb: '', aliases: 'The Quay\nQuayside', hue: '' });
  const lights = await createTeam(host, slug, { name: 'Team Lights', blurb: '', aliases: '', hue: '' });
  await addTeamMember(host, slug, { team: quay.id, person: people.writer.personId, name: '' });
  await makeTopic(host, slug, 'Weather');
  await keepWebhook(host, slug, { address: `${pictures}/hook` });
  const links = await makeLinks(made.series.id, host, made.sectionId);
  const [invitation, tokenId] = [
    await inviteMany(host, slug, { name: 'For many', role: 'reader', days: 2 }),
    await makeToken(host, slug),
  ];
  const { series, ...parts } = made;
  const { id: importId } = await openRun(host, { source: { type: 'files' }, target: { series: slug } });
  const more = { importId, invitationId: invitation.id, tokenId, victim: await makeVictim() };
  const world = { openness, slug, seriesId: series.id, ...parts, ...more, links, people, topic: 'Weather' };
  const opened = new Map<string, Promise<string>>();
  return {
    ...world,
    teams: { quay: quay.id, lights: lights.id },
    cookie: (role) =>
      cookieOf(role, people, (kind) => {
        const known = opened.get(kind) ?? openLink(url, links[kind].path);
        opened.set(kind, known);
        return known;
      }),
  };
}

interface NewWorld {
  readonly slug: string;
  readonly people: People;
  readonly openness: Openness;
  readonly picture: StoredPicture;
  readonly other: StoredPicture;
  readonly foreign: string;
}

async function insertAll(tx: Transaction, { slug, people, openness, picture, other, foreign }: NewWorld) {
  const personId = people.host.personId;
  const form = { slug, name: `Harbour ${slug}`, timeZone: 'UTC', ...AUDIENCES[openness] };
  const series = await insertSeries(tx, { form, personId, template: text('{{title}}', 'assets/none.png') });
  await insertMembers(tx, series.id, people);
  await insertMirror(tx, series);
  const kept = await nameAsset(tx, picture, { seriesId: series.id, name: 'quay.png', personId });
  const asset = `assets/${kept.key}.${kept.extension}`;
  const unused = await nameAsset(tx, other, { seriesId: series.id, name: 'other.png', personId });
  const insert = (date: string, title: string, more = '') =>
    insertWorldCall(tx, series, { personId, date, text: `${text(title, asset)}${more}` });
  const planned = await insert('2031-01-09', 'Planned call', `\n![](${foreign})\n`);
  const live = await insert('2026-01-08', 'Live call');
  const ended = await insert('2025-12-11', 'Ended call');
  await startWorldCall(tx, live.id, people.host);
  const record = await endWorldCall(tx, ended, personId);
  const deleted = await insert('2031-01-16', 'Deleted call');
  await tx.call.update({ where: { id: deleted.id }, data: { deletedAt: new Date(), deletedById: personId } });
  const template = await tx.deck.findFirstOrThrow({ where: { seriesId: series.id, kind: 'template' } });
  const section = await tx.section.findFirstOrThrow({ where: { deckId: planned.deckId, title: 'Team Quay' } });
  // Whom the section's link is for: somebody without an account.
  const reporter = await tx.person.create({ data: { name: 'Nell Named', hue: 200 } });
  await tx.section.update({ where: { id: section.id }, data: { reporterId: reporter.id } });
  return {
    series,
    templateDeckId: template.id,
    planned,
    live,
    ended: { ...ended, ...record },
    deleted,
    ...(await insertCorrected(tx, series, (date, title) => insert(date, title), personId)),
    ...(await insertOtherSeries(tx, { slug, people, openness })),
    sectionId: section.id,
    namedId: reporter.id,
    asset: `/${asset}`,
    pictures: { shown: kept.key, unused: unused.key },
    foreign,
  };
}

async function insertCorrected(
  tx: Transaction,
  { id: seriesId }: Series,
  insert: (date: string, title: string) => Promise<WorldCall>,
  personId: string,
): Promise<Pick<World, 'corrected' | 'imported'>> {
  const held = await insert(dateIn(new Date(), 'UTC'), 'Corrected call');
  const { editionId } = await endWorldCall(tx, held, personId);
  await tx.edition.update({ where: { id: editionId }, data: { sealedAt: new Date() } });
  const correction = { kind: 'correction', seriesId, callId: held.id, personId } as const;
  const { deckId } = await createDeck(tx, { ...correction, text: `# Weather\n\n- ${SECRET}\n` });
  const about = { sectionKey: 'weather', title: 'Weather', fromEdition: 1, beganById: personId };
  await tx.correction.create({ data: { deckId, callId: held.id, ...about } });
  const imported = await insert('2025-11-13', 'Imported call');
  await tx.deck.update({ where: { id: imported.deckId }, data: { frozenAt: new Date() } });
  const { id, date } = imported;
  await tx.call.update({ where: { id }, data: { state: 'ended', endedAt: new Date() } });
  const source = new TextEncoder().encode('# Imported call\n');
  await writeEdition(tx, {
    callId: id,
    source,
    personId,
    sealsAt: new Date(0),
    material: {
      kind: 'slides',
      title: 'Imported call',
      ...scheduleOf(date, undefined, 'UTC'),
      model: parseDeck('# Imported call\n'),
      anchorOf: null,
      sections: null,
      assets: {},
      provenance: { type: 'import', file: 'a.md', sha256: '', importedAt: new Date().toISOString(), repairs: [] },
    },
  });
  return { corrected: { ...held, deckId }, imported: { id, date } };
}

/** Off, so that nothing is written into it. */
async function insertMirror(tx: Transaction, { id: seriesId, slug }: Series): Promise<void> {
  const mirror = { kind: 'folder', address: `${slug}.git`, offAt: new Date(), diverged: true } as const;
  await tx.seriesMirror.create({ data: { seriesId, ...mirror } });
}

async function insertMembers(tx: Transaction, seriesId: string, people: People): Promise<void> {
  await tx.membership.createMany({
    data: [
      { seriesId, personId: people.reader.personId, role: 'reader' },
      { seriesId, personId: people.writer.personId, role: 'writer' },
      { seriesId, personId: people.disabled.personId, role: 'host' },
    ],
  });
}

async function insertOtherSeries(
  tx: Transaction,
  { slug, people, openness }: Pick<NewWorld, 'slug' | 'people' | 'openness'>,
) {
  const personId = people.host.personId;
  const insert = async (which: string): Promise<WorldSeries> => {
    const form = {
      slug: `${slug}-${which}`,
      name: `Harbour ${slug} ${which}`,
      timeZone: 'UTC',
      ...AUDIENCES[openness],
    };
    const { id, name } = await insertSeries(tx, { form, personId, template: '# {{title}}\n' });
    await insertMembers(tx, id, people);
    return { id, name, slug: form.slug };
  };
  const [spare, deletedSeries] = [await insert('spare'), await insert('deleted')];
  const gone = { deletedAt: new Date(), deletedById: personId };
  await tx.series.update({ where: { id: deletedSeries.id }, data: gone });
  return { spare, deletedSeries };
}

interface NewWorldCall {
  readonly personId: string;
  readonly date: string;
  readonly text: string;
}

async function insertWorldCall(tx: Transaction, series: Series, call: NewWorldCall): Promise<WorldCall> {
  const { date } = call;
  const schedule = scheduleOf(date, '15:05', 'UTC');
  const row = await insertCall(tx, { seriesId: series.id, date, schedule, title: series.name, state: 'planned' });
  return { id: row.id, date, deckId: await insertCallDeck(tx, row, call) };
}

async function startWorldCall(tx: Transaction, callId: string, { personId, name }: AccountPerson): Promise<void> {
  const startedAt = new Date();
  await tx.call.update({ where: { id: callId }, data: { state: 'live', startedAt } });
  const presenter = { personId, name };
  const state = { version: 1, startedAt: startedAt.toISOString(), presenter, position: null, blank: false };
  await tx.liveState.create({ data: { callId, version: 1, state } });
}

async function endWorldCall(tx: Transaction, { id, deckId }: WorldCall, personId: string) {
  await startWorldCall(tx, id, { personId, name: 'Hana Host', email: '', cookie: '' });
  const call = await tx.call.findUniqueOrThrow({ where: { id } });
  const { editionId } = await freezeCall(tx, { call, deckId, personId, at: new Date() });
  const hello = await tx.callHello.create({ data: { callId: id, name: 'Kim' } });
  return { editionId, slide: 'team-quay/1', helloId: hello.id };
}

async function makeLinks(seriesId: string, host: Visitor, sectionId: string): Promise<World['links']> {
  const personId = host.person?.id ?? null;
  const insert = async (grant: 'read' | 'write') =>
    addresses.link(await database().$transaction((tx) => insertLink(tx, { seriesId, grant, name: grant, personId })));
  const paths = {
    read: await insert('read'),
    write: await insert('write'),
    section: await createSectionLink(host, sectionId),
  };
  const rows = await database().link.findMany({ where: { seriesId } });
  const idOf = (name: string, section = false) =>
    rows.find((row) => (section ? row.sectionId !== null : row.name === name))?.id ?? '';
  return {
    read: { id: idOf('read'), path: paths.read },
    write: { id: idOf('write'), path: paths.write },
    section: { id: idOf('', true), path: paths.section },
  };
}

async function makeToken(host: Visitor, slug: string): Promise<string> {
  const owner = await tokenOwner(host, slug);
  await createApiToken(owner, { name: 'Robot', scopes: ['read'], days: 1 });
  return (await listApiTokens(owner))[0]?.id ?? '';
}

async function makeVictim(): Promise<World['victim']> {
  const id = randomUUID();
  const name = 'Vic Victim';
  const expiresAt = new Date(Date.now() + 3_600_000);
  await database().authUser.create({
    data: { id, name, email: `${id}@example.org`, sessions: { create: { id, token: id, expiresAt } } },
  });
  const { id: personId } = await database().person.create({
    data: { name, email: `${id}@example.org`, hue: 10, authUserId: id },
  });
  return { personId, name, sessionId: id };
}

async function openLink(url: string, path: string): Promise<string> {
  const answer = await fetch(`${url}${path}`, { redirect: 'manual' });
  return cookiesOf(answer.headers.getSetCookie());
}

type OpenLink = (kind: 'read' | 'write' | 'section') => Promise<string>;

async function cookieOf(role: Role, people: People, link: OpenLink): Promise<string> {
  const known: Readonly<Record<Role, () => string | Promise<string>>> = {
    nobody: () => '',
    'guest without a link': () => people.guest,
    'read link': () => link('read'),
    'write link': () => link('write'),
    'guest by write link': async () => `${people.linkedGuest}; ${await link('write')}`,
    'section link': () => link('section'),
    reader: () => people.reader.cookie,
    writer: () => people.writer.cookie,
    host: () => people.host.cookie,
    admin: () => people.admin.cookie,
    'member of another series': () => people.other.cookie,
    'disabled host': () => people.disabled.cookie,
  };
  return known[role]();
}
