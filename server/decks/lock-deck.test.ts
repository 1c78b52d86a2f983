import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { firstLiveState } from '#lib/live/live-state.ts';
import { NO_TIMES } from '#lib/live/section-times.ts';
import { messages } from '#lib/messages/en.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { createGuest, guestOf } from '#server/accounts/guests.ts';
import { createLink, listLinks, openLink, revokeLink } from '#server/accounts/links.ts';
import { createSectionLink } from '#server/accounts/section-links.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { changeSection } from '#server/sections/change-section.ts';
import { lockDeck, unlockDeck } from './lock-deck.ts';
import { letIn, putOut } from './put-out.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

const idOf = ({ person }: Visitor): string => person?.id ?? '';

async function byLink(path: string, person: Visitor['person'] = null): Promise<Visitor> {
  const opened = await openLink(path.split('/').at(-1) ?? '');
  if (opened === null) throw new Error('the link does not count');
  return { person, linkIds: [opened.linkId] };
}

/** The harbour's call, with Gus, a guest who came by a link to write. */
async function withGuest() {
  const call = await harbourCall(db);
  const link = await createLink(call.ada, call.slug, { grant: 'write', name: 'Guests' });
  const gus = await byLink(link, await guestOf(await createGuest('Gus')));
  return { ...call, gus, link };
}

const writes = async (visitor: Visitor, deckId: string): Promise<boolean> => (await deckAccess(visitor, deckId)).write;

describe('a lock', () => {
  it('leaves writing to members, at once and until it is opened', async () => {
    const { ada, bo, cy, gus, deckId } = await withGuest();
    expect(await writes(gus, deckId)).toBe(true);
    await lockDeck(ada, deckId);
    expect([await writes(ada, deckId), await writes(bo, deckId)]).toEqual([true, true]);
    expect([await writes(gus, deckId), await writes(cy, deckId)]).toEqual([false, false]);
    expect((await deckAccess(gus, deckId)).read).toBe(true);
    await expect(changeSection(gus, await firstSection(deckId), { type: 'take' })).rejects.toThrow('locked');
    await unlockDeck(ada, deckId);
    expect(await writes(gus, deckId)).toBe(true);
  });

  it('is set by hosts and by whoever reports in the deck, and opened by hosts and by who set it', async () => {
    const { ada, bo, cy, deckId, one } = await withGuest();
    await expect(lockDeck(bo, deckId)).rejects.toMatchObject({ code: 'not-allowed' });
    await changeSection(bo, one, { type: 'take' });
    await lockDeck(bo, deckId);
    await unlockDeck(bo, deckId);
    await lockDeck(ada, deckId);
    await expect(unlockDeck(bo, deckId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(unlockDeck(cy, deckId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(lockDeck(await signedIn(db, 'Far'), deckId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(lockDeck(STRANGER, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a deck that hosts hold while the call is live', () => {
  /** What the live state says of the deck, as the room stores it. */
  async function hold(callId: string, held: boolean, section: string | null): Promise<void> {
    const state = { ...firstLiveState('2026-12-03T14:05:00.000Z'), held, section };
    await db.prisma.liveState.update({ where: { callId }, data: { state: { ...state, times: NO_TIMES } } });
  }

  it('is written by hosts and by who reports the section on the stage', async () => {
    const { ada, bo, gus, deckId, callId, one, two } = await withGuest();
    await changeSection(gus, one, { type: 'take' });
    await changeSection(ada, one, { type: 'deputy', to: { personId: idOf(bo) } });
    const both = async () => [await writes(bo, deckId), await writes(gus, deckId)];
    await db.prisma.liveState.create({ data: { callId, state: {} } });
    await hold(callId, true, two);
    // Before the call, and once it has ended, nobody is held.
    expect(await both()).toEqual([true, true]);
    await db.prisma.call.update({ where: { id: callId }, data: { state: 'live' } });
    expect(await both()).toEqual([false, false]);
    expect(await deckAccess(ada, deckId)).toMatchObject({ write: true, held: false });
    expect(await deckAccess(bo, deckId)).toMatchObject({ read: true, present: true, held: true });
    await expect(changeSection(bo, one, { type: 'status', status: 'ready' })).rejects.toThrow(messages.callTime.held);
    await hold(callId, true, one);
    expect(await both()).toEqual([true, true]);
    await hold(callId, true, null);
    expect(await both()).toEqual([false, false]);
    await hold(callId, false, two);
    expect(await both()).toEqual([true, true]);
    // What cannot be read holds nobody.
    await db.prisma.liveState.update({ where: { callId }, data: { state: { held: 'yes' } } });
    expect(await both()).toEqual([true, true]);
  });
});

describe('somebody who was put out', () => {
  it('writes no more whatever they hold, while the others stay', async () => {
    const { ada, bo, gus, deckId, slug } = await withGuest();
    await putOut(ada, deckId, idOf(gus));
    await putOut(ada, deckId, idOf(bo));
    expect([await writes(gus, deckId), await writes(bo, deckId), await writes(ada, deckId)]).toEqual([
      false,
      false,
      true,
    ]);
    const again = await createLink(ada, slug, { grant: 'write', name: 'Another' });
    expect(await writes(await byLink(again, gus.person), deckId)).toBe(false);
    await letIn(ada, deckId, idOf(gus));
    expect(await writes(gus, deckId)).toBe(true);
    await expect(putOut(bo, deckId, idOf(gus))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(putOut(ada, deckId, idOf(ada))).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a link to a section', () => {
  it('makes its holder the reporter on that deck alone, until the call ends or it is ended', async () => {
    const { ada, slug, deckId, one, two } = await withGuest();
    await changeSection(ada, one, { type: 'reporter', to: { name: 'Eli' } });
    const path = await createSectionLink(ada, one);
    const holder = await byLink(path);
    const access = await deckAccess(holder, deckId);
    expect(access).toMatchObject({ read: true, write: true, present: true, author: { name: 'Eli', admin: false } });
    await changeSection(holder, one, { type: 'status', status: 'ready' });
    const audited = await db.prisma.auditEntry.findFirstOrThrow({ where: { act: 'section.status', deckId } });
    expect(audited.personId).toBe(access.author?.id);
    // A grant to write this deck, as one who writes: no more.
    await expect(changeSection(holder, two, { type: 'skip', skipped: true })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const there = await harbourCall(db, '2026-12-05');
    expect(await deckAccess(holder, there.deckId)).toMatchObject({ read: false, write: false, author: null });
    await db.prisma.deck.update({ where: { id: deckId }, data: { frozenAt: new Date() } });
    expect(await deckAccess(holder, deckId)).toMatchObject({ read: false, write: false, author: null });
    await expect(byLink(path)).rejects.toThrow('does not count');
    await db.prisma.deck.update({ where: { id: deckId }, data: { frozenAt: null } });
    const link = (await listLinks(ada, slug)).find(({ grant }) => grant === 'section');
    await revokeLink(ada, slug, String(link?.id));
    expect(await deckAccess(holder, deckId)).toMatchObject({ write: false, author: null });
  });

  it('gives nothing of what its reporter may do elsewhere, nor to whoever is signed in their name', async () => {
    const { ada, bo, deckId, one, seriesId } = await withGuest();
    await changeSection(bo, one, { type: 'take' });
    await db.prisma.membership.updateMany({ where: { seriesId, personId: idOf(bo) }, data: { role: 'host' } });
    await changeSection(ada, one, { type: 'reporter', to: { personId: idOf(bo) } });
    const holder = await byLink(await createSectionLink(bo, one));
    expect(await deckAccess(holder, deckId)).toMatchObject({ author: { name: 'Bo' }, write: true, takeOver: false });
    await expect(putOut(holder, deckId, idOf(ada))).rejects.toMatchObject({ code: 'not-allowed' });
    const guest = { ...holder, person: await guestOf(await createGuest('Not Bo')) };
    expect(await deckAccess(guest, deckId)).toMatchObject({ author: { name: 'Not Bo' }, write: true });
  });

  it('is made by hosts, the reporter and the deputy, and not by who came by one', async () => {
    const { ada, bo, cy, one } = await withGuest();
    await expect(createSectionLink(ada, one)).rejects.toThrow('Say first who reports');
    await changeSection(bo, one, { type: 'take' });
    const holder = await byLink(await createSectionLink(bo, one));
    await expect(createSectionLink(holder, one)).rejects.toThrow('yourself');
    await expect(createSectionLink(cy, one)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(createSectionLink(await signedIn(db, 'Far'), one)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(createSectionLink(STRANGER, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });
});

async function firstSection(deckId: string): Promise<string> {
  return (await db.prisma.section.findFirstOrThrow({ where: { deckId } })).id;
}
