import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { messages } from '#lib/messages/en.ts';
import { webhookFormSchema } from '#lib/webhooks/webhook-form.ts';
import { STRANGER } from '#lib/visitor.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { sealEdition } from '#server/archive/seal-editions.ts';
import { deleteCall, restoreCall } from '#server/bin/delete-call.ts';
import { emptyBin } from '#server/bin/empty-bin.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { startJobs, type Jobs } from '#server/jobs/jobs.ts';
import { vi } from 'vitest';

import { keepWebhook, removeWebhook, renewSecret, testWebhook, webhookOf } from './manage-webhook.ts';
import { postMessage } from './post-message.ts';
import { sendDueDeliveries } from './send-deliveries.ts';
import { sendDelivery } from './send-delivery.ts';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let db: TestDatabase;
let jobs: Jobs;
let origin = '';
const got: Got[] = [];
let answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
const receiver = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    got.push({ headers: request.headers, body });
    answer(response);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  process.env['FETCH_ALLOW'] = `127.0.0.1:${port}`;
  process.env['PUBLIC_URL'] = 'https://plenum.example.org';
  db = await testDatabase();
  jobs = await startJobs();
  // No rooms here: nothing waits to be committed.
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
});

afterAll(async () => {
  delete process.env['PUBLIC_URL'];
  await jobs.stop();
  await closeBus();
  receiver.closeAllConnections();
  receiver.close();
  await db.close();
});

/** As somebody checks it who has only the document of Standard Webhooks. */
function isSigned({ headers, body }: Got, secret: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return (
    signature ===
    `v1,${createHmac('sha256', key)
      .update(`${String(id)}.${String(at)}.${body}`)
      .digest('base64')}`
  );
}

async function withWebhook(path = '/hook') {
  const call = await harbourCall(db);
  const secret = await keepWebhook(call.ada, call.slug, { address: origin + path });
  return { ...call, secret: secret ?? '' };
}

async function sealed({ callId, deckId }: { readonly callId: string; readonly deckId: string }): Promise<string> {
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId } });
  const { editionId, sealsAt } = await db.prisma.$transaction((tx) =>
    freezeCall(tx, { call, deckId, personId: null, at: new Date() }),
  );
  await sealEdition(editionId, new Date(sealsAt.getTime() + 1));
  return editionId;
}

describe('a webhook', () => {
  it('is told once, signed, when a record is sealed', async () => {
    got.length = 0;
    const { ada, slug, secret, ...call } = await withWebhook();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const editionId = await sealed(call);
    await vi.waitFor(
      async () => expect(await webhookOf(ada, slug)).toMatchObject({ deliveredAt: expect.any(String), error: null }),
      {
        timeout: 15_000,
        interval: 100,
      },
    );
    await sendDueDeliveries(new Date(Date.now() + 3_600_000));
    expect(got).toHaveLength(1);
    const [message] = got;
    if (message === undefined) return;
    expect(isSigned(message, secret)).toBe(true);
    expect(isSigned({ ...message, body: `${message.body} ` }, secret)).toBe(false);
    const edition = await db.prisma.edition.findUniqueOrThrow({ where: { id: editionId } });
    expect(JSON.parse(message.body)).toMatchObject({
      type: 'record.sealed',
      data: {
        series: { series: slug, name: 'Harbour call' },
        call: { call: '2026-12-03' },
        edition: { id: editionId, number: 1, checksum: edition.checksum },
        addresses: { record: `https://plenum.example.org/${slug}/2026-12-03` },
      },
    });
  });

  it('is tried again until it takes the message, and its hosts see why it did not', async () => {
    got.length = 0;
    answer = (response) => response.writeHead(503).end();
    const { ada, slug, secret, ...call } = await withWebhook();
    await sealed(call);
    await vi.waitFor(
      async () =>
        expect(await webhookOf(ada, slug)).toMatchObject({
          error: messages.closing.webhook.answered(503),
          trying: true,
        }),
      {
        timeout: 15_000,
        interval: 100,
      },
    );
    answer = (response) => response.writeHead(302, { location: `${origin}/elsewhere` }).end();
    await sendDueDeliveries(new Date(Date.now() + 60_000));
    answer = (response) => response.writeHead(200).end('ok');
    await sendDueDeliveries(new Date(Date.now() + 600_000));
    expect(await webhookOf(ada, slug)).toMatchObject({ error: null, deliveredAt: expect.any(String) });
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(got.every((message) => isSigned(message, secret))).toBe(true);
    expect(got).toHaveLength(3);
  });

  it('waits while its call is in the bin, and is told when it is back; with the bin its message goes', async () => {
    answer = (response) => response.writeHead(503).end();
    const { ada, ...call } = await withWebhook();
    const editionId = await sealed(call);
    const delivery = () => db.prisma.webhookDelivery.findFirst({ where: { editionId } });
    await vi.waitFor(async () => expect((await delivery())?.error).not.toBeNull(), { timeout: 15_000, interval: 100 });
    await deleteCall(ada, call.callId);
    got.length = 0;
    answer = (response) => response.writeHead(204).end();
    const later = new Date(Date.now() + 86_400_000);
    await sendDueDeliveries(later);
    expect(await sendDelivery((await delivery())?.id ?? '', later)).toBe(true);
    expect(got).toEqual([]);
    expect(await delivery()).toMatchObject({ attempts: 1, deliveredAt: null, failedAt: null });
    await restoreCall(ada, call.callId);
    await sendDueDeliveries(later);
    expect(got.map(({ body }) => JSON.parse(body).data.edition.id)).toEqual([editionId]);

    answer = (response) => response.writeHead(503).end();
    const other = await withWebhook();
    const gone = await sealed(other);
    const waiting = { where: { editionId: gone, error: { not: null } } } as const;
    await vi.waitFor(async () => expect(await db.prisma.webhookDelivery.count(waiting)).toBe(1), { timeout: 15_000 });
    await deleteCall(other.ada, other.callId);
    const deletedAt = new Date(Date.now() - 40 * 86_400_000);
    await db.prisma.call.update({ where: { id: other.callId }, data: { deletedAt } });
    await emptyBin();
    await sendDueDeliveries(later);
    expect(await db.prisma.webhookDelivery.count({ where: { editionId: gone } })).toBe(0);
    answer = (response) => response.writeHead(204).end();
  });

  it('is given up after two days', async () => {
    answer = (response) => response.writeHead(500).end();
    const { ada, slug, ...call } = await withWebhook();
    await sealed(call);
    for (let day = 1; day < 16; day += 1) await sendDueDeliveries(new Date(Date.now() + day * 86_400_000));
    expect(await webhookOf(ada, slug)).toMatchObject({ error: messages.closing.webhook.answered(500), trying: false });
    answer = (response) => response.writeHead(204).end();
  });

  it('is tested by its hosts, who change its address, renew its secret and end it', async () => {
    const { ada, bo, slug, secret } = await withWebhook();
    got.length = 0;
    await testWebhook(ada, slug);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ type: 'test', data: {} });
    expect(await keepWebhook(ada, slug, { address: 'http://10.0.0.7/hook' })).toBeNull();
    await expect(testWebhook(ada, slug)).rejects.toThrow(messages.closing.webhook.fetch.notPublic('10.0.0.7'));
    await keepWebhook(ada, slug, { address: `${origin}/other` });
    const renewed = await renewSecret(ada, slug);
    expect(renewed).not.toBe(secret);
    await testWebhook(ada, slug);
    expect(isSigned(got[1] ?? { headers: {}, body: '' }, renewed)).toBe(true);
    for (const visitor of [bo, STRANGER]) {
      await expect(webhookOf(visitor, slug)).rejects.toMatchObject({ name: 'Refusal' });
      await expect(keepWebhook(visitor, slug, { address: origin })).rejects.toMatchObject({ name: 'Refusal' });
      await expect(renewSecret(visitor, slug)).rejects.toMatchObject({ name: 'Refusal' });
      await expect(testWebhook(visitor, slug)).rejects.toMatchObject({ name: 'Refusal' });
      await expect(removeWebhook(visitor, slug)).rejects.toMatchObject({ name: 'Refusal' });
    }
    await removeWebhook(ada, slug);
    expect(await webhookOf(ada, slug)).toBeNull();
    await expect(testWebhook(ada, slug)).rejects.toMatchObject({ code: 'not-found' });
    expect(
      JSON.stringify(await db.prisma.auditEntry.findMany({ where: { act: { startsWith: 'webhook' } } })),
    ).not.toMatch(/whsec|\/other/);
  });

  it('waits for no server that hangs', async () => {
    answer = () => undefined;
    const message = { id: 'msg_1', timestamp: 1, body: '{}' };
    const host = messages.closing.webhook.fetch.slow('127.0.0.1');
    await expect(postMessage(origin, 'whsec_AAAA', message, 200)).rejects.toThrow(host);
    answer = (response) => response.writeHead(204).end();
  });

  it('has an address of http or https, without a name or a password', () => {
    const takes = (address: string): boolean => webhookFormSchema.safeParse({ address }).success;
    expect(['https://a.example/h?x=1', ' http://a.example '].map(takes)).toEqual([true, true]);
    expect(['', 'a.example', 'ftp://a.example', 'javascript:alert(1)', 'https://me:pw@a.example/'].map(takes)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});
