import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { chance } from '#e2e/harness/chance.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import type { Scope } from '#lib/api/scopes.ts';
import type { Visitor } from '#lib/visitor.ts';
import { createApiToken, listApiTokens, revokeApiToken, tokenOwner } from '#server/api-tokens/manage-tokens.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { lockDeck } from '#server/decks/lock-deck.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { startJobs, type Jobs } from '#server/jobs/jobs.ts';
import { changeAudiences } from '#server/people/change-audiences.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { answerApi, type ApiResponse } from './answer-api.ts';
import { apiDocument } from './api-document.ts';
import { findOperation } from './find-operation.ts';
import { OPERATIONS } from './operations/all.ts';

let db: TestDatabase;
let jobs: Jobs;
beforeAll(async () => {
  db = await testDatabase();
  jobs = await startJobs();
  bus().subscribe('deck.flush', (message) => bus().publish('deck.flushed', message));
});
afterAll(async () => {
  await closeBus();
  await jobs.stop();
  await db.close();
});

const SITE = 'https://plenum.example.org';
const ALL: readonly Scope[] = ['read', 'people', 'write', 'plan', 'sync'];

interface Sent {
  readonly token?: string;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(line: string, { token, body, type, headers }: Sent = {}): Promise<ApiResponse> {
  const [method = '', address = ''] = line.split(' ');
  const url = new URL(address, SITE);
  return answerApi({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers({
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(type === undefined ? {} : { 'content-type': type }),
      ...headers,
    }),
    body: body === undefined ? null : new Blob([body]).stream(),
    address: '192.0.2.1',
    site: SITE,
  });
}

const sendJson = (line: string, token: string, value: unknown) =>
  send(line, { token, type: 'application/json', body: JSON.stringify(value) });
const sendText = (line: string, token: string, body: string, headers = {}) =>
  send(line, { token, type: 'text/markdown', body, headers });

async function tokenOf(host: Visitor, slug: string, scopes = ALL): Promise<string> {
  return createApiToken(await tokenOwner(host, slug), { name: 'Robot', scopes: [...scopes], days: 1 });
}

/** The harbour's closed series, with a record of an earlier call, and a token that may do everything. */
async function closedHarbour() {
  const call = await harbourCall(db);
  const closed = { readDecks: 'members', readLive: 'members', readRecords: 'members', write: 'members' } as const;
  await changeAudiences(call.ada, call.slug, closed);
  return { ...call, token: await tokenOf(call.ada, call.slug) };
}

/** Whether an answer is what the schema of its operation says; gives the operation's id. */
function answeredAsTold(line: string, { status, body, headers }: ApiResponse): string {
  const [method = '', path = ''] = line.split(' ');
  const { operation } = findOperation(method, path);
  if (operation === null) throw new Error(`no operation answers ${line}`);
  expect([line, status]).toEqual([line, method === 'POST' ? 201 : 200]);
  const text = body ?? '';
  const told = operation.answer?.safeParse(JSON.parse(text)).success ?? headers['Content-Type']?.includes('markdown');
  expect([line, told]).toEqual([line, true]);
  return operation.id;
}

describe('every operation', () => {
  it('answers what its own schema says', async () => {
    const { ada, slug, deckId, callId, token } = await closedHarbour();
    const at = `/series/${slug}`;
    const before = [
      await send('GET /series', { token }),
      await send(`GET ${at}`, { token }),
      await send(`GET ${at}/calls`, { token }),
      await send(`GET ${at}/calls/2026-12-03`, { token }),
      await sendJson(`POST ${at}/calls`, token, { date: '2026-12-24', time: '15:05' }),
      await send(`GET /decks/${deckId}`, { token }),
      await send(`GET /decks/${deckId}/text`, { token }),
      await sendText(`PUT /decks/${deckId}/text`, token, '# Anew\n'),
      await sendJson(`POST /decks/${deckId}/tickets`, token, { grant: 'write', name: 'Bridge' }),
      await send(`GET ${at}/people`, { token }),
    ];
    await startCall(ada, callId);
    await endCall(ada, callId);
    const after = [
      await send(`GET ${at}/records`, { token }),
      await send(`GET ${at}/records/2026-12-03`, { token }),
      await send(`GET ${at}/records/2026-12-03/text`, { token }),
      await send('GET /search?q=anew', { token }),
    ];
    expect(after.at(-1)?.body).toContain(`/${slug}/2026-12-03/`);
    expect((await send('GET /search?q=anew', {})).body).not.toContain(slug);
    const lines = [
      'GET /series',
      `GET ${at}`,
      `GET ${at}/calls`,
      `GET ${at}/calls/2026-12-03`,
      `POST ${at}/calls`,
      `GET /decks/${deckId}`,
      `GET /decks/${deckId}/text`,
      `PUT /decks/${deckId}/text`,
      `POST /decks/${deckId}/tickets`,
      `GET ${at}/people`,
      `GET ${at}/records`,
      `GET ${at}/records/2026-12-03`,
      `GET ${at}/records/2026-12-03/text`,
      'GET /search',
    ];
    const seen = [...before, ...after].map((answer, index) => answeredAsTold(lines[index] ?? '', answer));
    expect(seen.toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  });

  it('is in the document, with what it takes', () => {
    const document = apiDocument(SITE);
    const schema = z.object({
      openapi: z.literal('3.1.0'),
      paths: z.record(
        z.string(),
        z.record(z.string(), z.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) })),
      ),
    });
    const { paths } = schema.parse(document);
    const told = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(told.toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
    expect(JSON.stringify(document)).toContain('"maximum":200');
  });
});

describe('a token', () => {
  it('is needed where nothing is public, and what is not open looks as if it were not there', async () => {
    const { slug, deckId } = await closedHarbour();
    const there = await closedHarbour();
    for (const line of [`GET /series/${slug}`, `GET /decks/${deckId}`, `GET /series/${slug}/records`]) {
      const [none, other] = [await send(line), await send(line, { token: there.token })];
      const missing = await send('GET /series/nothing-here');
      expect([none.status, other.status]).toEqual([404, 404]);
      expect([none.body, other.body]).toEqual([missing.body, missing.body]);
    }
    expect((await send(`PUT /decks/${deckId}/text`)).status).toBe(401);
  });

  it('is not needed for what everybody may read', async () => {
    const { ada, slug, callId } = await harbourCall(db);
    await startCall(ada, callId);
    await endCall(ada, callId);
    expect((await send(`GET /series/${slug}/records`)).status).toBe(200);
    expect((await send(`GET /series/${slug}/people`)).status).toBe(401);
  });

  it('does what its scopes say and nothing else', async () => {
    const { ada, slug, deckId } = await closedHarbour();
    const needs = {
      read: `GET /decks/${deckId}`,
      people: `GET /series/${slug}/people`,
      write: `PUT /decks/${deckId}/text`,
      plan: `POST /series/${slug}/calls`,
      sync: `POST /decks/${deckId}/tickets`,
    } as const;
    for (const scope of ALL) {
      const token = await tokenOf(
        ada,
        slug,
        ALL.filter((one) => one !== scope),
      );
      const { status, body } = await send(needs[scope], { token });
      expect([scope, status]).toEqual([scope, 403]);
      expect(body).toContain(`“${scope}”`);
    }
  });

  it('that was ended, is too old or was made up is refused, and never taken for none', async () => {
    const { ada, slug } = await harbourCall(db);
    const owner = await tokenOwner(ada, slug);
    const [ended, old] = [await tokenOf(ada, slug), await tokenOf(ada, slug)];
    const [latest, first] = await listApiTokens(owner);
    await revokeApiToken(owner, String(first?.id));
    await db.prisma.apiToken.update({ where: { id: String(latest?.id) }, data: { expiresAt: new Date(0) } });
    for (const token of [ended, old, 'plenum_made-up', 'x y']) {
      const { status, headers } = await send(`GET /series/${slug}/records`, { token });
      expect(status).toBe(401);
      expect(headers['WWW-Authenticate']).toContain('invalid_token');
    }
    expect(await listApiTokens(owner)).toEqual([]);
  });

  it('is made and ended by hosts for their series and by admins for all, and tells the rooms when it ends', async () => {
    const { ada, bo, slug } = await harbourCall(db);
    await expect(tokenOwner(bo, slug)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(tokenOwner(ada, null)).rejects.toMatchObject({ code: 'not-found' });
    await tokenOf(ada, slug);
    const [token] = await listApiTokens(await tokenOwner(ada, slug));
    const other = await harbourCall(db);
    await expect(revokeApiToken(await tokenOwner(other.ada, other.slug), String(token?.id))).rejects.toMatchObject({
      code: 'not-found',
    });
    const rung: unknown[] = [];
    const end = bus().subscribe('access.changed', ({ personId }) => rung.push(personId));
    await revokeApiToken(await tokenOwner(ada, slug), String(token?.id));
    end();
    const { personId } = await db.prisma.apiToken.findUniqueOrThrow({ where: { id: String(token?.id) } });
    expect(rung).toEqual([personId]);
  });
});

describe('replacing a text', () => {
  it('is one edit by the token’s own person, and nothing when the text is that already', async () => {
    const { deckId, token } = await closedHarbour();
    const text = (await readDeck(deckId)).text.replace('# Team One', '# Team One\n\n- news');
    const first = await sendText(`PUT /decks/${deckId}/text`, token, text);
    expect(first.status).toBe(200);
    expect((await readDeck(deckId)).text).toBe(text);
    await sendText(`PUT /decks/${deckId}/text`, token, text);
    const rows = await db.prisma.deckUpdate.findMany({ where: { deckId }, orderBy: { seq: 'asc' } });
    expect(rows).toHaveLength(2);
    const author = await db.prisma.person.findUniqueOrThrow({ where: { id: String(rows[1]?.personId) } });
    expect(author.name).toBe('Robot');
    // A few letters, not the whole text.
    expect(rows[1]?.data.length).toBeLessThan(100);
  });

  it('with a tag is refused once the text is another', async () => {
    const { deckId, token } = await closedHarbour();
    const { headers } = await send(`GET /decks/${deckId}/text`, { token });
    const tag = headers['ETag'] ?? '';
    expect((await send(`GET /decks/${deckId}/text`, { token, headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await sendText(`PUT /decks/${deckId}/text`, token, '# One\n', { 'if-match': tag })).status).toBe(200);
    expect((await sendText(`PUT /decks/${deckId}/text`, token, '# Two\n', { 'if-match': tag })).status).toBe(412);
    expect((await readDeck(deckId)).text).toBe('# One\n');
  });

  it('is refused when the deck is locked for whoever is no member, frozen or too long', async () => {
    const { ada, deckId, callId, slug, token } = await closedHarbour();
    // A token of the series writes as a member does: a lock is no matter to it.
    await lockDeck(ada, deckId);
    expect((await sendText(`PUT /decks/${deckId}/text`, token, '# Locked\n')).status).toBe(200);
    expect((await sendText(`PUT /decks/${deckId}/text`, token, 'x'.repeat(1_000_001))).status).toBe(422);
    expect((await sendText(`PUT /decks/${deckId}/text`, token, 'é'.repeat(2_200_000))).status).toBe(413);
    const reader = await tokenOf(ada, slug, ['read', 'sync']);
    expect((await sendJson(`POST /decks/${deckId}/tickets`, reader, { grant: 'write', name: 'X' })).status).toBe(403);
    await startCall(ada, callId);
    await endCall(ada, callId);
    expect((await sendText(`PUT /decks/${deckId}/text`, token, '# Late\n')).status).toBe(409);
  });

  it('keeps every word that somebody types meanwhile: 20 seeds', async () => {
    const store = new PostgresStore(database);
    for (let seed = 1; seed <= 20; seed += 1) {
      const { deckId, token } = await closedHarbour();
      const pick = chance(seed);
      const lines = Array.from({ length: 8 }, (_, at) => `line ${at}`);
      await sendText(`PUT /decks/${deckId}/text`, token, `${lines.join('\n')}\n`);
      const { update, text } = await readDeck(deckId);
      const typist = createDeckDoc();
      Y.applyUpdate(typist, update);
      const before = Y.encodeStateVector(typist);
      for (const mark of 'αβγ') deckText(typist).insert(pick(text.length), mark);
      const mine = lines.filter(() => pick(4) > 0).map((line) => (pick(2) === 0 ? line : `${line} anew`));
      expect((await sendText(`PUT /decks/${deckId}/text`, token, `${mine.join('\n')}\n`)).status).toBe(200);
      const typed = { data: Y.encodeStateAsUpdate(typist, before), personId: null };
      await store.append([{ deckId, epoch: 1, rows: [typed] }]);
      const { text: after } = await readDeck(deckId);
      expect(
        after
          .replaceAll(/[^αβγ]/g, '')
          .split('')
          .toSorted()
          .join(''),
      ).toBe('αβγ');
      expect(after.replaceAll(/[αβγ]/g, '')).toBe(`${mine.join('\n')}\n`);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['GET /nothing', {}, 404],
    ['DELETE /series', {}, 405],
    ['GET /series/../..', {}, 404],
    ['GET /series/%00', {}, 404],
    ['GET /decks/no such', {}, 404],
    ['GET /series/harbour-call/calls/tomorrow', {}, 404],
    ['GET /series/harbour-call/calls?limit=0', {}, 422],
    ['GET /series/harbour-call/calls?limit=ten', {}, 422],
    ['GET /series/harbour-call/calls?cursor=%E2%80%AE', {}, 422],
  ])('%s is answered with a problem', async (line, sent, status) => {
    const answer = await send(line, sent);
    expect(answer.status).toBe(status);
    expect(
      z.object({ detail: z.string().min(5), status: z.literal(status) }).parse(JSON.parse(answer.body ?? '')),
    ).toBeDefined();
  });

  it('in a body is told field by field, and nothing is done', async () => {
    const { slug, deckId, token, seriesId } = await closedHarbour();
    const at = `POST /series/${slug}/calls`;
    const calls = () => db.prisma.call.count({ where: { seriesId } });
    const before = await calls();
    const bad = [{}, { date: 7 }, { date: '2026-02-30' }, { date: '2026-12-24', time: '25:00' }, [], null];
    for (const value of bad) {
      const { status, body } = await sendJson(at, token, value);
      expect([value, status]).toEqual([value, 422]);
      expect(body).toContain('"field":"body');
    }
    expect((await send(at, { token, type: 'application/json', body: '{' })).status).toBe(400);
    expect((await send(at, { token, type: 'text/html', body: '{}' })).status).toBe(415);
    expect((await send(at, { token, type: 'application/json', body: ' '.repeat(70_000) })).status).toBe(413);
    for (const name of ['', 'a'.repeat(121), '\u202Eadal', 'a\u0000b', 7])
      expect((await sendJson(`POST /decks/${deckId}/tickets`, token, { grant: 'read', name })).status).toBe(422);
    expect(await calls()).toBe(before);
  });
});
