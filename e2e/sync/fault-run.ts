import { vi } from 'vitest';
import { newDeck } from '#e2e/harness/database.ts';
import { chance, oneOf, type Chance } from '#e2e/harness/chance.ts';
import type { ProcessOptions } from '#e2e/harness/sync-process-orders.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { checkDeck } from './check-deck.ts';
import { PageTypist } from './page-typist.ts';
import { ServerProcess } from './server-process.ts';
import { typeWord, type Typist } from './typist.ts';
import { WireTypist } from './wire-typist.ts';

// Half of the people at pages of ours, half at bare sockets.
const PEOPLE = ['Ada', 'Bo', 'Cy', 'Di', 'Eve'] as const;
const BEGAN = ['# Faults', '', '---', ''];
const KEY_MS = 8;
const LONGEST_SETTLING_MS = 60_000;
const LOOK_MS = 10;

export interface FaultRunOptions extends Partial<ProcessOptions> {
  readonly seed: number;
  /** How many server processes share the deck. */
  readonly processes: number;
  /** Where the deck is; the servers reach it through a network that can be cut. */
  readonly databaseUrl: string;
}

/** Somebody at a client, with the network between it and its server. */
export interface Seat {
  readonly typist: Typist;
  readonly network: TcpProxy;
}

/** A deck that five people type into while something goes wrong, and at last the question whether all is as it must be. */
export class FaultRun {
  readonly pick: Chance;
  readonly deckId: string;
  readonly servers: readonly ServerProcess[];
  readonly seats: readonly Seat[];
  /** The network between the servers and Postgres. */
  readonly toDatabase: TcpProxy;
  readonly databaseUrl: string;
  /** Whether people take words out again, too. */
  erasing = true;
  #typing: ReturnType<typeof setInterval> | null = null;
  #words = 0;

  static async open({ seed, processes, databaseUrl, ...options }: FaultRunOptions): Promise<FaultRun> {
    const deckId = await newDeck(BEGAN.join('\n'));
    const toDatabase = await TcpProxy.open(Number(new URL(databaseUrl).port));
    const address = toDatabase.lead(databaseUrl);
    const servers = await Promise.all(
      Array.from({ length: processes }, () =>
        ServerProcess.start({ people: [...PEOPLE], pollMs: 300, env: { DATABASE_URL: address }, ...options }),
      ),
    );
    const seats = await Promise.all(PEOPLE.map((name, index) => takeSeat(name, deckId, servers[index % processes])));
    const run = new FaultRun({ pick: chance(seed), deckId, servers, seats, toDatabase, databaseUrl });
    await run.until(() => seats.every(({ typist }) => typist.ready));
    run.goOn();
    return run;
  }

  private constructor(parts: Pick<FaultRun, 'pick' | 'deckId' | 'servers' | 'seats' | 'toDatabase' | 'databaseUrl'>) {
    this.pick = parts.pick;
    this.deckId = parts.deckId;
    this.servers = parts.servers;
    this.seats = parts.seats;
    this.toDatabase = parts.toDatabase;
    this.databaseUrl = parts.databaseUrl;
  }

  get typists(): readonly Typist[] {
    return this.seats.map(({ typist }) => typist);
  }

  /** One of the servers that run. */
  anyServer(): ServerProcess {
    const [first, ...others] = this.servers.filter(({ running }) => running);
    if (first === undefined) throw new Error('There is no server.');
    return oneOf(this.pick, [first, ...others]);
  }

  /** Resolves when so many more words have been typed, connected or not. */
  words(count: number): Promise<void> {
    const enough = this.#words + count;
    return this.until(() => this.#words >= enough);
  }

  /** Resolves when these people have been promised so much more; everybody, unless it is said who. */
  async promises(count: number, seats: readonly Seat[] = this.seats): Promise<void> {
    const enough = seats.map(({ typist }) => typist.ledger.promised + count);
    await this.until(() => seats.every(({ typist }, index) => typist.ledger.promised >= (enough[index] ?? 0)));
  }

  /** Leads a client to another server. */
  move({ network }: Seat, server: ServerProcess): void {
    network.target = server.port;
    network.cut();
  }

  /** Resolves when this holds. */
  until(holds: () => boolean): Promise<void> {
    return vi.waitUntil(holds, { timeout: LONGEST_SETTLING_MS, interval: LOOK_MS }).then(() => undefined);
  }

  goOn(): void {
    const [first, ...others] = this.typists;
    if (first === undefined) return;
    this.#typing ??= setInterval(() => {
      const typist = oneOf(this.pick, [first, ...others]);
      if (typist.refusal !== null) return;
      typeWord(typist, this.pick, this.erasing);
      this.#words += 1;
    }, KEY_MS);
  }

  rest(): void {
    if (this.#typing !== null) clearInterval(this.#typing);
    this.#typing = null;
  }

  /** What is wrong in the middle of it: whatever was promised must be there already. */
  async checkPromises(): Promise<readonly string[]> {
    this.rest();
    const faults = await checkDeck({ ...this.#deck(), replicas: [] });
    this.goOn();
    return faults;
  }

  /** Lets the dust settle and says everything that is wrong. */
  async settle(): Promise<readonly string[]> {
    this.rest();
    const here = this.typists.filter(({ refusal }) => refusal === null);
    const texts = (): string[] => here.map(({ text }) => text.toString());
    const settled = await this.until(() => here.every((one) => one.settled) && new Set(texts()).size === 1).then(
      () => true,
      () => false,
    );
    for (const server of this.servers) server.expectNoFall();
    const waiting = here.filter((one) => !one.settled).map(({ ledger }) => ledger);
    return [
      ...waiting.map(({ name, promised, length }) => `${name} was promised ${promised} of ${length} only`),
      ...(settled ? [] : ['the dust does not settle']),
      ...(await checkDeck({ ...this.#deck(), replicas: texts() })),
    ];
  }

  async close(): Promise<void> {
    this.rest();
    for (const { typist } of this.seats) typist.close();
    await Promise.all(this.servers.map((server) => server.end('SIGKILL')));
    await Promise.all([...this.seats.map(({ network }) => network.close()), this.toDatabase.close()]);
  }

  #deck(): Omit<Parameters<typeof checkDeck>[0], 'replicas'> {
    const ledgers = this.typists.map(({ ledger }) => ledger);
    return { url: this.databaseUrl, deckId: this.deckId, began: BEGAN, ledgers };
  }
}

async function takeSeat(name: string, deckId: string, server: ServerProcess | undefined): Promise<Seat> {
  const network = await TcpProxy.open(server?.port ?? 0);
  const address = `ws://127.0.0.1:${network.port}/sync`;
  const AnyTypist = name < 'C' ? PageTypist : WireTypist;
  return { network, typist: new AnyTypist(name, address, deckId) };
}
