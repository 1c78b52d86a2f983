import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { PIXEL, pictureServer, sendPixel, type PictureServer } from '#e2e/harness/picture-server.ts';
import { assetReference } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { STRANGER } from '#lib/visitor.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { checksumOf } from '#server/archive/write-edition.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { incomingFolder } from '#server/assets/prepare-picture.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { callPage } from '#server/calls/call-page.ts';
import { callState } from '#server/calls/call-state.ts';
import { endCall } from '#server/calls/end-call.ts';
import { resumeCall } from '#server/calls/resume-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { replaceText } from '#server/decks/replace-text.ts';

import { gatherAgain } from './gather-again.ts';
import { resumeClosings } from './resume-closings.ts';
import { closingsAtRest, runClosing } from './run-closing.ts';

let db: TestDatabase;
let pictures: PictureServer;
/** Answers that are still to be given. */
const waiting: ServerResponse[] = [];
let gone = true;

beforeAll(async () => {
  pictures = await pictureServer((request, response) => {
    if (request.url?.startsWith('/slow') === true) waiting.push(response);
    else if (request.url?.startsWith('/gone') === true && gone) response.writeHead(503).end();
    else sendPixel(request, response);
  });
  process.env['FETCH_ALLOW'] = pictures.server;
  db = await testDatabase();
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
});

afterAll(async () => {
  await closingsAtRest();
  await pictures.close();
  await closeBus();
  await db.close();
});

/** A live call whose deck shows these pictures. */
async function liveCall(...addresses: readonly string[]) {
  const call = await harbourCall(db);
  const text = `# Team One\n\n${addresses.map((address) => `![](${address})`).join('\n\n')}\n`;
  await replaceText(call.ada, call.deckId, { text, ifMatch: null });
  await startCall(call.ada, call.callId);
  return call;
}

const at = (place: string): string => `${pictures.origin}${place}`;
const asked = (place: string) => pictures.requests.filter(({ url }) => url === place).length;
const editionsOf = (callId: string) => db.prisma.edition.findMany({ where: { record: { callId } } });

function answerAll(): void {
  for (const response of waiting.splice(0)) sendPixel(response.req, response);
}

describe('a call that ends', () => {
  it('has its pictures from other servers in its record, each fetched once, and says what could not be had and what helps', async () => {
    const [once, lost, inside] = [at('/once.png'), at('/gone.png'), 'http://10.0.0.7/plan.png'];
    const { ada, slug, callId, seriesId } = await liveCall(once, once, lost, inside, 'notes/plan.png');
    await endCall(ada, callId);
    await closingsAtRest();
    const record = await recordPage(ada, slug, '2026-12-03', null);
    expect(asked('/once.png')).toBe(1);
    expect(record.pictures.assets[once]).toMatch(/^\/assets\/\w{16}\.\w+$/);
    expect(record.pictureSizes).toEqual({ [record.pictures.assets[once] ?? '']: { width: 1, height: 1 } });
    expect(record.missingPictures.toSorted()).toEqual([inside, lost, 'notes/plan.png'].toSorted());
    const { fetch } = messages.foreignPictures;
    expect(record.missingBecause.toSorted((a, b) => a.address.localeCompare(b.address))).toEqual(
      [
        { address: inside, why: fetch.notPublic('10.0.0.7'), help: 'allow' },
        { address: lost, why: fetch.answered(503), help: 'retry' },
        { address: 'notes/plan.png', why: messages.closing.unknown, help: 'replace' },
      ].toSorted((a, b) => a.address.localeCompare(b.address)),
    );
    expect((await recordPage(STRANGER, slug, '2026-12-03', null)).missingBecause).toEqual([]);
    const [edition] = await editionsOf(callId);
    const content = editionContentSchema.parse(edition?.content);
    const kept = await db.prisma.seriesAsset.findFirstOrThrow({ where: { seriesId, source: once } });
    expect(content.assets[once]).toEqual({ key: kept.key, extension: kept.extension, hash: kept.hash });
    expect(edition === undefined ? '' : checksumOf({ ...edition, content })).toBe(edition?.checksum);

    gone = false;
    await gatherAgain(ada, callId);
    await closingsAtRest();
    const again = await recordPage(ada, slug, '2026-12-03', null);
    expect(again.missingPictures).toEqual(expect.not.arrayContaining([lost]));
    expect(again.missingBecause).toHaveLength(2);
    expect(asked('/once.png')).toBe(1);
    expect(await editionsOf(callId)).toHaveLength(1);
  });

  it('shows how far it is while another server takes its time, and can be resumed meanwhile', async () => {
    const { ada, bo, slug, callId, deckId } = await liveCall(at('/slow/1.png'), at('/quick.png'));
    await endCall(ada, callId);
    await vi.waitFor(async () => {
      expect(await callState(ada, callId)).toEqual({
        state: 'ended',
        closing: { step: 'pictures', pictures: { done: 1, of: 2, missing: 0 }, stuck: false },
      });
    });
    const page = await callPage(ada, slug, '2026-12-03');
    expect(page).toMatchObject({ kind: 'ended', ended: { progress: { step: 'pictures' }, may: { resume: true } } });
    expect(page.kind === 'ended' && page.ended.resumableUntil).toBeTruthy();
    await expect(recordPage(ada, slug, '2026-12-03', null)).rejects.toMatchObject({ code: 'not-found' });
    await expect(resumeCall(bo, callId)).rejects.toMatchObject({ code: 'not-allowed' });
    await resumeCall(ada, callId);
    answerAll();
    await closingsAtRest();
    expect(await editionsOf(callId)).toEqual([]);
    expect(await callState(ada, callId)).toEqual({ state: 'live', closing: null });
    await replaceText(ada, deckId, { text: '# Team One\n\nAgain\n', ifMatch: null });
    await endCall(ada, callId);
    expect((await recordPage(ada, slug, '2026-12-03', null)).text).toContain('Again');
    expect(await editionsOf(callId)).toHaveLength(1);
  });

  it('has one edition, whoever does its steps how often', async () => {
    const { ada, callId } = await liveCall(at('/slow/2.png'));
    await endCall(ada, callId);
    const { run } = await db.prisma.closing.findUniqueOrThrow({ where: { callId } });
    await Promise.all([
      runClosing(callId),
      resumeClosings(),
      vi.waitFor(() => expect(waiting).toHaveLength(1)).then(answerAll),
    ]);
    await closingsAtRest();
    const [edition] = await editionsOf(callId);
    // As another process would that believes there is something left to do.
    await db.prisma.closing.update({ where: { callId }, data: { step: 'edition' } });
    await runClosing(callId);
    expect((await editionsOf(callId)).map(({ id }) => id)).toEqual([edition?.id]);
    expect(await db.prisma.closing.findUniqueOrThrow({ where: { callId } })).toMatchObject({
      run,
      step: 'seal',
      error: null,
    });
    expect(asked('/slow/2.png')).toBe(1);
  });

  it('goes on where a process left it, and waits in the bin', async () => {
    const { ada, callId, slug } = await liveCall(at('/slow/3.png'));
    await endCall(ada, callId);
    const run = '00000000-0000-7000-8000-000000000001';
    // Another run: what this process is at is as good as gone.
    await db.prisma.closing.update({ where: { callId }, data: { run } });
    await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: new Date() } });
    answerAll();
    await closingsAtRest();
    await resumeClosings();
    expect(await editionsOf(callId)).toEqual([]);
    await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: null } });
    await resumeClosings();
    expect(await editionsOf(callId)).toHaveLength(1);
    expect((await recordPage(ada, slug, '2026-12-03', null)).missingPictures).toEqual([]);
  });

  it('says that a picture of its own is lost, and names it all the same', async () => {
    const { ada, seriesId, slug, callId, deckId } = await harbourCall(db);
    const file = path.join(await incomingFolder(), 'own.png');
    await writeFile(file, PIXEL);
    const { key, extension, hash } = await storeAsset(file, { seriesId, name: 'own.png', personId: null });
    const reference = assetReference(key, extension);
    await replaceText(ada, deckId, { text: `# Team One\n\n![](${reference})\n`, ifMatch: null });
    await startCall(ada, callId);
    await db.prisma.asset.update({ where: { hash }, data: { damagedAt: new Date() } });
    await endCall(ada, callId);
    const record = await recordPage(ada, slug, '2026-12-03', null);
    expect(record.missingBecause).toEqual([{ address: reference, why: messages.closing.lost, help: 'replace' }]);
    expect(record.missingPictures).toEqual([]);
    expect(record.pictures.assets[reference]).toBe(`/assets/${key}.${extension}`);
    await db.prisma.asset.update({ where: { hash }, data: { damagedAt: null } });
  });
});
