import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { pictureServer, sendPixel, type PictureServer } from '#e2e/harness/picture-server.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { sealEditions } from '#server/archive/seal-editions.ts';
import { checksumOf } from '#server/archive/write-edition.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { resumeCall } from '#server/calls/resume-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { startJobs } from '#server/jobs/jobs.ts';
import { addTeamMember } from '#server/teams/team-members.ts';
import { createTeam } from '#server/teams/create-team.ts';

import { beginCorrection } from './begin-correction.ts';
import { beginCorrectionPage, correctionPage } from './correction-pages.ts';
import { publishCorrection, publishDue, publishDueCorrections, withdrawCorrection } from './publish-corrections.ts';

let db: TestDatabase;
let pictures: PictureServer;

beforeAll(async () => {
  pictures = await pictureServer((request, response) => {
    if (request.url === '/gone.png') response.writeHead(404).end();
    else sendPixel(request, response);
  });
  // Before anything asks for the settings.
  process.env['FETCH_ALLOW'] = pictures.server;
  db = await testDatabase();
  const jobs = await startJobs();
  await jobs.stop();
  // No rooms here: this process has nothing to commit, and says so at once.
  bus().subscribe('deck.flush', (message) => bus().publish('deck.flushed', message));
});

afterAll(async () => {
  await pictures.close();
  await closeBus();
  await db.close();
});

const idOf = ({ person }: Visitor): string => person?.id ?? '';

type Harbour = Awaited<ReturnType<typeof ended>>;

/** A call that was held and whose record is sealed: Bo reported Team One, Cy deputised and may not write, Dan is of Team Two. */
async function ended(seal = true) {
  const held = await harbourCall(db);
  const { ada, bo, cy, slug, callId, seriesId, one } = held;
  const dan = await signedIn(db, 'Dan');
  await db.prisma.membership.create({ data: { seriesId, personId: idOf(dan), role: 'writer' } });
  const team = await createTeam(ada, slug, { name: 'Team Two', blurb: '', aliases: '', hue: '' });
  await addTeamMember(ada, slug, { team: team.id, person: idOf(dan), name: '' });
  await db.prisma.section.update({
    where: { id: one },
    data: { reporterId: idOf(bo), deputyId: idOf(cy) },
  });
  await startCall(ada, callId);
  await endCall(ada, callId);
  if (seal) await sealEditions(new Date(Date.now() + 3_600_000));
  return { ...held, dan };
}

async function editions(callId: string) {
  const rows = await db.prisma.edition.findMany({ where: { record: { callId } }, orderBy: { number: 'asc' } });
  return rows.map((row) => ({
    ...row,
    text: new TextDecoder().decode(row.presented),
    content: editionContentSchema.parse(row.content),
  }));
}

const LATER = new Date('2026-12-04T17:00:01Z');

async function edit(who: Visitor, deckId: string, change: (text: string) => string): Promise<void> {
  await replaceText(who, deckId, { text: change((await readDeck(deckId)).text), ifMatch: null });
}

let harbour: Harbour;
beforeEach(async () => {
  harbour = await ended();
});

describe('the correction of a section', () => {
  it('is for its reporter and deputy, its team and the hosts, as far as they write', async () => {
    const { ada, bo, cy, dan, callId, slug, date } = harbour;
    const { deckId } = await beginCorrection(bo, callId, 'team-one');
    expect((await readDeck(deckId)).text).toMatch(/^# Team One\n/);
    expect((await beginCorrection(ada, callId, 'team-one')).deckId).toBe(deckId);
    const two = await beginCorrection(dan, callId, 'team-two');
    const [refused, eve] = [{ code: 'not-allowed' }, await signedIn(db, 'Eve')];
    for (const other of [cy, dan, eve]) {
      await expect(beginCorrection(other, callId, 'team-one')).rejects.toMatchObject(refused);
      expect(await deckAccess(other, deckId)).toMatchObject({ read: false, write: false, present: false });
      await expect(correctionPage(other, slug, { call: date, section: 'team-one' })).rejects.toMatchObject(refused);
    }
    await expect(beginCorrection(STRANGER, callId, 'team-one')).rejects.toMatchObject({ code: 'sign-in-first' });
    await expect(beginCorrection(ada, callId, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
    expect(await deckAccess(bo, deckId)).toMatchObject({ read: true, write: true, present: false, takeOver: false });
    expect(await deckAccess(ada, two.deckId)).toMatchObject({ read: true, write: true, present: false });
    const { view, correction } = await correctionPage(bo, slug, { call: date, section: 'team-one' });
    expect(view).toMatchObject({ deck: { id: deckId, kind: 'correction' }, may: { writeDeck: true, present: false } });
    expect(correction).toMatchObject({ state: 'open', may: { withdraw: true, publish: false } });
    expect(await beginCorrectionPage(bo, slug, { call: date, section: 'team-one' })).toMatchObject({
      title: 'Team One',
      dueAt: '2026-12-04T17:00:00.000Z',
    });
    expect(await db.prisma.section.count({ where: { deckId } })).toBe(0);
  });

  it('begins once the record is sealed, so that nothing of it is lost when the call is resumed', async () => {
    const fresh = await ended(false);
    await expect(beginCorrection(fresh.bo, fresh.callId, 'team-one')).rejects.toMatchObject({ code: 'conflict' });
    await resumeCall(fresh.ada, fresh.callId);
    await expect(beginCorrection(fresh.ada, fresh.callId, 'team-one')).rejects.toMatchObject({ code: 'conflict' });
    expect(await db.prisma.correction.count({ where: { callId: fresh.callId } })).toBe(0);
  });

  it('becomes one second edition at the closing time with all others, and edition 1 stays, byte for byte', async () => {
    const { ada, bo, dan, callId, slug, date } = harbour;
    const sql = () => db.prisma.$queryRaw`SELECT md5(edition::text) AS row FROM edition
      JOIN record ON record.id = edition.record_id WHERE call_id = ${callId}::uuid AND number = 1`;
    const [first, row] = [(await editions(callId))[0], await sql()];
    const one = await beginCorrection(bo, callId, 'team-one');
    const two = await beginCorrection(dan, callId, 'team-two');
    const same = await beginCorrection(ada, callId, 'events');
    await edit(bo, one.deckId, (text) => text.replace('# Team One\n', '# Team One\n\n- Two cranes\n'));
    await edit(dan, two.deckId, (text) => `${text}\n----\n\n- A seal was seen\n`);
    expect(await publishDue(callId)).toBe(false);

    // Two processes whose clocks strike at once.
    const done = await Promise.all([
      publishDue(callId, LATER),
      publishDue(callId, LATER),
      publishDueCorrections(LATER),
    ]);
    expect(done.filter((each) => each === true || each === 1)).toHaveLength(1);
    expect(await publishDueCorrections(LATER)).toBe(0);
    expect(await sql()).toEqual(row);
    const [, second, ...more] = await editions(callId);
    if (second === undefined || first === undefined) throw new Error('two editions');
    expect(more).toEqual([]);
    expect(second.sealedAt).not.toBeNull();
    expect(second.presented).toEqual(second.source);
    expect(checksumOf(second)).toBe(second.checksum);
    expect(second.content.provenance).toMatchObject({
      type: 'correction',
      edition: 1,
      checksum: first.checksum,
      origin: first.content.provenance,
      corrections: [
        { section: 'team-one', by: ['Bo'] },
        { section: 'team-two', by: ['Dan'] },
      ],
    });
    const keys = ({ content }: { content: typeof first.content }) =>
      content.slides.map(({ section, key, anchor }) => [section, key, anchor]);
    const old = keys(first);
    const at = old.findIndex(([section]) => section === 'team-two') + 1;
    expect(keys(second)).toEqual(old.toSpliced(at, 0, ['team-two', '2', null]));
    expect(second.text.replace('\n- Two cranes\n', '').replace('\n----\n\n- A seal was seen\n', '')).toBe(first.text);
    const states = await db.prisma.correction.findMany({ where: { callId }, orderBy: { createdAt: 'asc' } });
    expect(states.map(({ state, edition, why }) => [state, edition, why])).toEqual([
      ['published', 2, null],
      ['published', 2, null],
      ['withdrawn', null, 'same'],
    ]);
    for (const { deckId } of [one, two, same])
      await expect(edit(ada, deckId, (text) => `${text}late`)).rejects.toMatchObject({ code: 'frozen' });
    for (const table of ['edition', 'edition_slide'])
      await expect(db.prisma.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(/sealed/);

    const newest = await recordPage(ada, slug, date, null);
    expect(newest.edition.number).toBe(2);
    expect(newest.changes).toMatchObject({
      type: 'since',
      number: 1,
      sections: [
        { key: 'team-one', slides: [{ type: 'changed', key: '1' }] },
        { key: 'team-two', slides: [{ type: 'new', key: '2', address: `/${slug}/${date}/team-two/2` }] },
      ],
      corrections: [
        { title: 'Team One', by: ['Bo'] },
        { title: 'Team Two', by: ['Dan'] },
      ],
    });
    const older = await recordPage(STRANGER, slug, date, 1);
    expect(older.changes).toMatchObject({ type: 'later', number: 2, address: `/${slug}/${date}` });
    expect(older.corrections).toBeNull();
  });

  it('has its pictures from other servers in the edition, each fetched once, and waits for none that is gone', async () => {
    const { ada, bo, callId, slug, date, seriesId } = harbour;
    const shown = (name: string): string => `\n![](${pictures.origin}/${name}.png)\n`;
    const { deckId } = await beginCorrection(bo, callId, 'team-one');
    await edit(bo, deckId, (text) => text + shown('once') + shown('once') + shown('gone'));
    expect(await publishDue(callId, LATER)).toBe(true);
    const kept = await db.prisma.seriesAsset.findFirstOrThrow({ where: { seriesId } });
    const content = (await editions(callId))[1]?.content;
    expect(content?.assets).toMatchObject({
      [`${pictures.origin}/once.png`]: { key: kept.key, hash: kept.hash },
      [`${pictures.origin}/gone.png`]: null,
    });
    expect((await recordPage(ada, slug, date, null)).missingPictures).toEqual([`${pictures.origin}/gone.png`]);

    const late = await beginCorrection(ada, callId, 'events');
    // As one that was begun after the closing time.
    await db.prisma.correction.update({ where: { deckId: late.deckId }, data: { dueAt: null } });
    await edit(ada, late.deckId, (text) => text + shown('once') + shown('more'));
    expect(await publishCorrection(ada, late.deckId, true)).toEqual({ lost: [] });
    expect((await editions(callId))[2]?.content.assets[`${pictures.origin}/more.png`]).not.toBeNull();
    expect(pictures.requests.map(({ url }) => url ?? '').toSorted()).toEqual(['/gone.png', '/more.png', '/once.png']);
  });

  it('that says nothing else makes no edition, and neither does one that was withdrawn', async () => {
    const { ada, bo, callId, slug, date } = harbour;
    await beginCorrection(bo, callId, 'team-one');
    const { deckId } = await beginCorrection(ada, callId, 'events');
    await edit(ada, deckId, (text) => `${text}\n- A concert\n`);
    await withdrawCorrection(ada, deckId);
    await expect(withdrawCorrection(ada, deckId)).rejects.toMatchObject({ code: 'frozen' });
    expect(await publishDue(callId, LATER)).toBe(false);
    expect(await editions(callId)).toHaveLength(1);
    // Its text is there to be copied.
    const { view } = await correctionPage(ada, slug, { call: date, section: 'events' });
    expect(view.deck.text).toContain('A concert');
    const again = await beginCorrection(ada, callId, 'events');
    expect(again.deckId).not.toBe(deckId);
  });

  it('is for hosts alone after that, who publish each at once', async () => {
    const { ada, bo, callId, slug, date } = harbour;
    const waiting = await beginCorrection(bo, callId, 'team-one');
    await expect(publishCorrection(bo, waiting.deckId, true)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(publishCorrection(ada, waiting.deckId, true)).rejects.toMatchObject({ code: 'conflict' });
    await db.prisma.correction.update({ where: { deckId: waiting.deckId }, data: { dueAt: new Date() } });
    expect(await deckAccess(bo, waiting.deckId)).toMatchObject({ read: true, write: false });
    await publishDue(callId);
    await db.prisma.call.update({ where: { id: callId }, data: { startsAt: new Date('2026-11-20T14:05:00Z') } });
    await expect(beginCorrection(bo, callId, 'team-one')).rejects.toMatchObject({ code: 'not-allowed' });
    const { deckId } = await beginCorrection(ada, callId, 'team-one');
    await expect(publishCorrection(ada, deckId, true)).rejects.toMatchObject({
      code: 'conflict',
      message: /nothing to publish/,
    });
    await edit(ada, deckId, () => '\n');
    await expect(publishCorrection(ada, deckId, true)).rejects.toMatchObject({ code: 'conflict' });
    await edit(ada, deckId, () => '# Team One\n\n- Three cranes\n');
    expect(await publishDueCorrections(LATER)).toBe(0);
    expect(await publishCorrection(ada, deckId, false)).toEqual({ lost: ['Team One – next steps'] });
    expect(await editions(callId)).toHaveLength(1);
    const tries = await Promise.allSettled([
      publishCorrection(ada, deckId, true),
      publishCorrection(ada, deckId, true),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const record = await recordPage(ada, slug, date, null);
    expect(record.edition.number).toBe(2);
    // One slide of the section went: its address is nobody else's, also in the edition after.
    expect(record.changes?.sections[0]?.slides.map(({ type, key }) => [type, key])).toEqual([
      ['changed', '1'],
      ['removed', '2'],
    ]);
    const next = await beginCorrection(ada, callId, 'team-one');
    await edit(ada, next.deckId, (text) => `${text}\n----\n\n- And a boat\n`);
    await publishCorrection(ada, next.deckId, false);
    const third = (await editions(callId))[2];
    expect(third?.content.slides.filter(({ section }) => section === 'team-one').map(({ key }) => key)).toEqual([
      '1',
      '3',
    ]);
    expect(third?.content.provenance).toMatchObject({ edition: 2, origin: { type: 'call' } });
  });

  it('waits in the bin with its call', async () => {
    const { bo, callId } = harbour;
    const { deckId } = await beginCorrection(bo, callId, 'team-one');
    await edit(bo, deckId, (text) => `${text}\n- More\n`);
    await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: new Date() } });
    expect(await publishDueCorrections(LATER)).toBe(0);
    await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: null } });
    expect(await publishDueCorrections(LATER)).toBe(1);
  });
});
