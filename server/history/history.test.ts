import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import type { Visitor } from '#lib/visitor.ts';
import { createGuest, guestOf } from '#server/accounts/guests.ts';
import { createLink, openLink } from '#server/accounts/links.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { lockDeck } from '#server/decks/lock-deck.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { changeSection } from '#server/sections/change-section.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { SNAPSHOT_WINDOW } from '#server/store/store.ts';
import { makeChange, previewChange } from './change-deck.ts';
import { historyPage, olderHistory } from './history-page.ts';
import { nameMoment } from './name-moment.ts';
import { playSpan } from './play-span.ts';
import { readBlame } from './read-blame.ts';
import { readMoment } from './read-moment.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  // Nobody has a deck open here: the rooms of a running Plenum say so at once.
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

const idOf = ({ person }: Visitor): string => person?.id ?? '';
const textOf = async (deckId: string): Promise<string> => (await readDeck(deckId)).text;

/** The harbour's call with a guest who came by a link. */
async function withGuest() {
  const call = await harbourCall(db);
  const link = await createLink(call.ada, call.slug, { grant: 'write', name: 'Guests' });
  const opened = await openLink(link.split('/').at(-1) ?? '');
  const gus: Visitor = { person: await guestOf(await createGuest('Gus')), linkIds: [opened?.linkId ?? ''] };
  const write = async (who: Visitor, change: (text: string) => string): Promise<number> => {
    await replaceText(who, call.deckId, { text: change(await textOf(call.deckId)), ifMatch: null });
    return (await readDeck(call.deckId)).seq;
  };
  return { ...call, address: call.date, gus, write };
}

describe('a guest who destroys a section', () => {
  it('is undone alone: their words go, what they took out comes back, what others wrote since stays', async () => {
    const { ada, bo, gus, deckId, write, slug, address } = await withGuest();
    await write(ada, () => '# Welcome\n\nHello\n\n---\n\n# Team Ops\n\n- New status page\n- History in weeks\n');
    const before = await textOf(deckId);
    const since = await write(gus, (text) => text.replace(/- New status page\n- History in weeks/, 'LOL'));
    await write(bo, (text) => text.replace('Hello', 'Hello from Bo'));
    const { entries } = await historyPage(ada, slug, address);
    const [first, second] = entries.filter((entry) => entry.type === 'edits');
    expect(first).toMatchObject({ person: { name: 'Bo' }, sections: [{ title: 'Welcome', added: 2, removed: 0 }] });
    expect(second).toMatchObject({
      person: { name: 'Gus', guest: true },
      from: since,
      sections: [{ title: 'Team Ops', added: 1, removed: 6 }],
    });
    const change = { type: 'undo', personId: idOf(gus), since } as const;
    const wanted = before.replace('Hello', 'Hello from Bo');
    expect(await previewChange(ada, deckId, change)).toMatchObject({ after: wanted, undecided: [] });
    await expect(makeChange(bo, deckId, change)).rejects.toMatchObject({ code: 'not-allowed' });
    const { rows } = await makeChange(ada, deckId, change);
    expect(await textOf(deckId)).toBe(wanted);
    // And it can be taken back.
    await makeChange(ada, deckId, { type: 'takeBack', from: rows?.from ?? 0, to: rows?.to ?? 0 });
    expect(await textOf(deckId)).toContain('LOL');
    expect((await historyPage(ada, slug, address)).entries).toContainEqual(
      expect.objectContaining({ type: 'revision', reason: 'undone', name: 'Gus' }),
    );
  });

  it('undoes themselves, and nobody else', async () => {
    const { bo, gus, deckId, write } = await withGuest();
    const before = await textOf(deckId);
    const byBo = await write(bo, (text) => `${text}\nBo was here\n`);
    const byGus = await write(gus, (text) => text.slice(20));
    await makeChange(gus, deckId, { type: 'undo', personId: idOf(gus), since: byGus });
    expect(await textOf(deckId)).toBe(`${before}\nBo was here\n`);
    await expect(makeChange(gus, deckId, { type: 'undo', personId: idOf(bo), since: byBo })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('restoring', () => {
  it('gives a section its old text again and leaves the others, for its reporter and for hosts', async () => {
    const { ada, bo, deckId, one, write, slug, address } = await withGuest();
    const old = (await readDeck(deckId)).seq;
    const { sections, text } = await readMoment(bo, deckId, old, null);
    const at = sections.findIndex(({ title }) => title === 'Team One');
    await write(ada, (now) => now.replace('# Team One', '# Team One\n\nLOL').concat('\nmore at the end\n'));
    const change = { type: 'restore', at: old, part: { section: at } } as const;
    await expect(makeChange(bo, deckId, change)).rejects.toMatchObject({ code: 'not-allowed' });
    await changeSection(bo, one, { type: 'take' });
    expect((await readMoment(bo, deckId, old, null)).sections[at]).toMatchObject({
      became: 'changed',
      restorable: true,
    });
    const { rows } = await makeChange(bo, deckId, change);
    expect(await textOf(deckId)).toBe(`${text}\nmore at the end\n`);
    expect((await historyPage(ada, slug, address)).entries[0]).toMatchObject({ reason: 'restored', name: 'Team One' });
    await makeChange(bo, deckId, { type: 'takeBack', from: rows?.from ?? 0, to: rows?.to ?? 0 });
    expect(await textOf(deckId)).toContain('LOL');
    await makeChange(ada, deckId, { type: 'restore', at: old, part: 'deck' });
    expect(await textOf(deckId)).toBe(text);
    expect(await makeChange(ada, deckId, { type: 'restore', at: old, part: 'deck' })).toEqual({
      rows: null,
      undecided: [],
    });
  });

  it('refuses what was never there, and what is no change', async () => {
    const { ada, deckId } = await withGuest();
    const head = (await readDeck(deckId)).seq;
    for (const change of [
      { type: 'restore', at: head + 5, part: 'deck' },
      { type: 'restore', at: head, part: { section: 99 } },
      { type: 'undo', personId: idOf(ada), since: 0 },
      { type: 'takeBack', from: head + 1, to: head + 1 },
    ] as const)
      await expect(makeChange(ada, deckId, change)).rejects.toMatchObject({ code: 'not-found' });
    // @ts-expect-error -- what comes from outside may be anything
    await expect(makeChange(ada, deckId, { type: 'burn' })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('looking back', () => {
  it('is for members and for who writes, at every door', async () => {
    const { ada, bo, gus, deckId, slug, address } = await withGuest();
    const far = await signedIn(db, 'Far');
    const head = (await readDeck(deckId)).seq;
    for (const who of [ada, bo, gus]) {
      expect((await historyPage(who, slug, address)).head).toBe(head);
      expect((await readBlame(who, deckId)).runs.length).toBeGreaterThan(0);
    }
    for (const door of [
      () => historyPage(far, slug, address),
      () => olderHistory(far, deckId, '1.0.x'),
      () => readMoment(far, deckId, head, null),
      () => playSpan(far, deckId, 0, head),
      () => readBlame(far, deckId),
      () => nameMoment(far, deckId, head, 'x'),
      () => makeChange(far, deckId, { type: 'restore', at: head, part: 'deck' }),
    ])
      await expect(door()).rejects.toMatchObject({ code: expect.stringMatching(/not-(?:found|allowed)/) });
  });

  it('plays a span, names a moment, says what was done about writing, and pages', async () => {
    const { ada, gus, deckId, write, slug, address } = await withGuest();
    const from = (await readDeck(deckId)).seq;
    const start = await textOf(deckId);
    for (const word of ['one', 'two', 'three']) await write(gus, (text) => `${text}${word}\n`);
    const { steps, people, ...played } = await playSpan(ada, deckId, from, from + 3);
    expect([played.start, steps.length, people[steps[0]?.person ?? -1]?.name]).toEqual([start, 3, 'Gus']);
    await nameMoment(ada, deckId, from + 1, '  Before lunch ');
    await lockDeck(ada, deckId);
    const { entries } = await historyPage(ada, slug, address);
    expect(entries).toContainEqual(expect.objectContaining({ reason: 'named', name: 'Before lunch', seq: from + 1 }));
    expect(entries).toContainEqual(expect.objectContaining({ type: 'act', act: 'deck.lock' }));
    await expect(olderHistory(ada, deckId, 'nonsense')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('pages through the goes of many days without showing any twice', async () => {
    const { ada, bo, deckId, write, slug, address } = await withGuest();
    for (let day = 60; day > 0; day -= 1) {
      const seq = await write(day % 2 === 0 ? ada : bo, (text) => `${text}day ${day}\n`);
      await db.prisma.deckUpdate.updateMany({
        where: { deckId, seq },
        data: { createdAt: new Date(Date.now() - day * 3_600_000) },
      });
    }
    const seen: number[] = [];
    let part: Pick<Awaited<ReturnType<typeof historyPage>>, 'entries' | 'older'> = await historyPage(
      ada,
      slug,
      address,
    );
    for (;;) {
      seen.push(...part.entries.flatMap((entry) => (entry.type === 'edits' ? [entry.to] : [])));
      if (part.older === null) break;
      part = await olderHistory(ada, deckId, part.older);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(60);
  });

  it('reads a log of many windows, however full the last one is', async () => {
    const { ada, bo, deckId, slug, address } = await withGuest();
    const { update, seq } = await readDeck(deckId);
    const doc = createDeckDoc();
    Y.applyUpdate(doc, update);
    const rows: { data: Uint8Array; personId: string }[] = [];
    doc.on('update', (data: Uint8Array) => rows.push({ data, personId: idOf(bo) }));
    for (let row = seq; row < 2 * SNAPSHOT_WINDOW; row += 1) deckText(doc).insert(0, 'x');
    for (let from = 0; from < rows.length; from += 5_000)
      await new PostgresStore(database).append([{ deckId, epoch: 1, rows: rows.slice(from, from + 5_000) }]);
    const edits = (await historyPage(ada, slug, address)).entries.filter((entry) => entry.type === 'edits');
    expect(edits[0]).toMatchObject({ person: { name: 'Bo' }, to: 2 * SNAPSHOT_WINDOW });
    expect(edits.at(-1)).toMatchObject({ from: 1 });
    expect((await readMoment(ada, deckId, SNAPSHOT_WINDOW, null)).text.startsWith('xxx')).toBe(true);
  });
});
