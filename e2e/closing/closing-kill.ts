import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { PIXEL } from '#e2e/harness/picture-server.ts';
import { assetReference } from '#lib/addresses.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import type { Visitor } from '#lib/visitor.ts';
import { checksumOf } from '#server/archive/write-edition.ts';
import { assetStore } from '#server/assets/asset-store.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { closingsAtRest } from '#server/closing/run-closing.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { keepWebhook } from '#server/webhooks/manage-webhook.ts';

import { DoomedProcess } from './doomed-process.ts';
import { StepLocks, type HeldPlace } from './step-locks.ts';

/** Where a process is killed on the way from the end of a call to the message that its record is sealed. */
export const KILL_STEPS = ['saves', 'revision', 'pictures', 'edition', 'seal', 'webhook'] as const;
/** Within the one transaction that writes the record: there are more places than one to be killed at. */
export const MORE_KILL_STEPS = ['slides', 'index'] as const;
type KillStep = (typeof KILL_STEPS)[number] | (typeof MORE_KILL_STEPS)[number];

const SLIDES = 12;
const FOREIGN = 5;
/** Stands in an address of each call's pictures, as long in every call, so that all of them say the same but for that. */
const TOKEN = /t\d{6}/g;

/** A server of somebody else's, for pictures and for messages, which gives no answer while it is held. */
class OtherServer {
  readonly #server: Server;
  readonly #open: ServerResponse[] = [];
  #holds = false;
  readonly messages: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<OtherServer> {
    const server = createServer();
    const other = new OtherServer(server);
    server.on('request', (request, response) => {
      if (request.method === 'POST') other.messages.push(String(request.headers['webhook-id']));
      // The first is answered, so that a picture is kept already when the rest is waited for.
      if (other.#holds && !/\/0\.png/.test(request.url ?? '')) other.#open.push(response);
      else answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return other;
  }

  get at(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  hold(): void {
    this.#holds = true;
  }

  async reached(): Promise<void> {
    await vi.waitUntil(() => this.#open.length > 0, { timeout: 30_000, interval: 10 });
  }

  letGo(): void {
    this.#holds = false;
    for (const response of this.#open.splice(0)) answer(response);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function answer(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'image/png' }).end(PIXEL);
}

/** A database, a server of somebody else's, a process to be killed, and one record that was made without any of that. */
export class KillHouse {
  readonly #db: TestDatabase;
  readonly #other: OtherServer;
  readonly #locks: StepLocks;
  readonly #process: DoomedProcess;
  readonly #place: { readonly slug: string; readonly ada: Visitor; readonly own: readonly string[] };
  #calls = 0;
  /** The record of a call whose end nobody disturbed. */
  undisturbed: unknown = null;

  private constructor(parts: {
    readonly db: TestDatabase;
    readonly other: OtherServer;
    readonly locks: StepLocks;
    readonly process: DoomedProcess;
    readonly place: { readonly slug: string; readonly ada: Visitor; readonly own: readonly string[] };
  }) {
    this.#db = parts.db;
    this.#other = parts.other;
    this.#locks = parts.locks;
    this.#process = parts.process;
    this.#place = parts.place;
  }

  static async open(): Promise<KillHouse> {
    const other = await OtherServer.start();
    process.env['FETCH_ALLOW'] = other.at;
    const db = await testDatabase();
    const locks = await StepLocks.install(db.url);
    bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
    const { ada, slug, seriesId } = await harbourCall(db);
    await keepWebhook(ada, slug, { address: `http://${other.at}/hook` });
    const own: string[] = [];
    for (const hue of [20, 140, 260]) {
      const { buffer } = await pictureFile(`own-${hue}.png`, hue, 40, 30);
      const { key, extension } = await storeAsset(buffer, { seriesId, name: 'own.png', personId: null });
      own.push(assetReference(key, extension));
    }
    const house = new KillHouse({ db, other, locks, process: new DoomedProcess(), place: { slug, ada, own } });
    const callId = await house.#liveCall();
    await endCall(ada, callId);
    await closingsAtRest();
    house.undisturbed = await house.#record(callId);
    await house.#process.start();
    return house;
  }

  async close(): Promise<void> {
    await this.#process.kill();
    this.#other.close();
    await this.#locks.close();
    await closeBus();
    await this.#db.close();
  }

  /** Ends a call in the process, kills that at this step, starts it again, and gives the record that comes of it, as `undisturbed` is. */
  async kill(step: KillStep): Promise<unknown> {
    const callId = await this.#liveCall();
    const personId = this.#place.ada.person?.id ?? '';
    const end = (saves: boolean) => this.#process.tell({ callId, personId, saves });
    if (step === 'seal' || step === 'webhook') {
      end(true);
      await this.#written(callId);
      await this.#killSealing(callId, step);
    } else {
      await this.#killEnding(step, end);
      const { state } = await this.#db.prisma.call.findUniqueOrThrow({ where: { id: callId } });
      assert.equal(state, step === 'saves' || step === 'revision' ? 'live' : 'ended');
      await this.#process.start();
      // Whoever ended it sees that it is live, and does it again.
      if (state === 'live') end(true);
      await this.#written(callId);
    }
    assert.equal(await this.#db.prisma.auditEntry.count({ where: { callId, act: 'call.end' } }), 1);
    return this.#record(callId);
  }

  async #killEnding(step: Exclude<KillStep, 'seal' | 'webhook'>, end: (saves: boolean) => void): Promise<void> {
    if (step === 'saves') {
      const asked = Promise.withResolvers<void>();
      end(false);
      // It waits a second for rooms that say nothing.
      setTimeout(asked.resolve, 300);
      await asked.promise;
      return this.#process.kill();
    }
    if (step === 'pictures') {
      this.#other.hold();
      end(true);
      await this.#other.reached();
      await this.#process.kill();
      return this.#other.letGo();
    }
    await this.#locks.hold(step);
    end(true);
    return this.#killHeld(step);
  }

  async #killHeld(place: HeldPlace): Promise<void> {
    await this.#locks.reached(place);
    await this.#process.kill();
    await this.#locks.letGo(place);
  }

  async #killSealing(callId: string, step: 'seal' | 'webhook'): Promise<void> {
    const { prisma } = this.#db;
    const edition = { record: { callId } };
    await this.#process.kill();
    await prisma.edition.updateMany({ where: edition, data: { sealsAt: new Date() } });
    const told = this.#other.messages.length;
    if (step === 'seal') await this.#locks.hold('seal');
    else this.#other.hold();
    const starting = this.#process.start().catch(() => undefined);
    await (step === 'seal' ? this.#killHeld('seal') : this.#killTelling());
    await starting;
    const sealed = await prisma.edition.count({ where: { ...edition, sealedAt: { not: null } } });
    assert.equal(sealed, step === 'seal' ? 0 : 1);
    // As if its pause were over.
    await prisma.webhookDelivery.updateMany({ where: { deliveredAt: null }, data: { triedAt: null } });
    await this.#process.start();
    await vi.waitUntil(
      async () => {
        const { id } = await prisma.edition.findFirstOrThrow({ where: edition });
        return (await prisma.webhookDelivery.count({ where: { editionId: id, deliveredAt: { not: null } } })) === 1;
      },
      { timeout: 30_000, interval: 50 },
    );
    assert.equal(new Set(this.#other.messages.slice(told)).size, 1);
    assert.equal(await prisma.auditEntry.count({ where: { callId, act: 'record.seal' } }), 1);
  }

  async #killTelling(): Promise<void> {
    await this.#other.reached();
    await this.#process.kill();
    this.#other.letGo();
  }

  /** A live call with a deck that shows pictures of the series and of another server. */
  async #liveCall(): Promise<string> {
    const { ada, slug, own } = this.#place;
    this.#calls += 1;
    const token = `t${String(this.#calls).padStart(6, '0')}`;
    const date = '2026-12-03';
    const { callId } = await planCall(ada, slug, { date, time: '15:05', title: 'Harbour' });
    const { id: deckId } = await this.#db.prisma.deck.findFirstOrThrow({ where: { callId } });
    const slides = Array.from({ length: SLIDES }, (_, index) => {
      const picture = index < own.length ? own[index] : `http://${this.#other.at}/${index - own.length}.png?${token}`;
      return `# Team ${index}\n\n- Said ${index}\n${index < own.length + FOREIGN ? `\n![](${picture})\n` : ''}`;
    });
    await replaceText(ada, deckId, { text: slides.join('\n---\n\n'), ifMatch: null });
    await startCall(ada, callId);
    return callId;
  }

  async #written(callId: string): Promise<void> {
    await vi.waitUntil(async () => (await this.#db.prisma.edition.count({ where: { record: { callId } } })) > 0, {
      timeout: 60_000,
      interval: 50,
    });
  }

  /** What a call's one edition says, but for what is different in each call; refuses what is not complete. */
  async #record(callId: string): Promise<unknown> {
    const editions = await this.#db.prisma.edition.findMany({
      where: { record: { callId } },
      include: {
        slides: { orderBy: { position: 'asc' }, select: { position: true, key: true, heading: true, text: true } },
      },
    });
    const [edition] = editions;
    assert.ok(edition !== undefined && editions.length === 1, 'There is not one edition.');
    const content = editionContentSchema.parse(edition.content);
    assert.equal(checksumOf({ ...edition, content }), edition.checksum);
    assert.equal(content.slides.length, SLIDES);
    assert.equal(Object.keys(content.assets).length, this.#place.own.length + FOREIGN);
    for (const [address, asset] of Object.entries(content.assets))
      assert.ok(asset !== null && (await assetStore().size(asset.hash)) !== null, `${address} is missing.`);
    const index = await this.#db.prisma.recordSection.findMany({
      where: { record: { callId } },
      orderBy: { position: 'asc' },
      select: { position: true, key: true, title: true, fromSlide: true, toSlide: true, wordsHash: true },
    });
    const { provenance, slides, assets, ...same } = content;
    assert.equal(provenance.type, 'call');
    const plain = (text: string): string => text.replaceAll(TOKEN, 't000000');
    return {
      ...same,
      number: edition.number,
      presented: plain(new TextDecoder().decode(edition.presented)),
      source: plain(new TextDecoder().decode(edition.source)),
      // The hash is of the text, tokens and all.
      slides: slides.map((slide) => ({ ...slide, hash: '', anchor: slide.anchor !== null })),
      assets: Object.entries(assets).map(([address, asset]) => [plain(address), asset]),
      words: edition.slides.map((slide) => ({ ...slide, text: plain(slide.text) })),
      index,
    };
  }
}
