import { FaultyBus } from '#e2e/harness/faulty-bus.ts';
import type { Chance } from '#e2e/harness/chance.ts';
import { startSyncServer, type Rights, type SyncServer } from '#e2e/harness/sync-server.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import type { Store } from '#server/store/store.ts';
import { mortalStore } from './mortal-store.ts';

interface MortalServerOptions {
  readonly store: Store;
  readonly rights: Rights;
  readonly busName: string;
  readonly pick: Chance;
}

interface Life {
  readonly server: SyncServer;
  readonly bus: FaultyBus;
  readonly die: () => void;
}

/** A server in this process that can nevertheless be killed: cheap enough for a thousand runs. */
export class MortalServer {
  readonly address: string;
  readonly network: TcpProxy;
  readonly #options: MortalServerOptions;
  #life: Life;

  static async start(options: MortalServerOptions): Promise<MortalServer> {
    const life = await live(options);
    return new MortalServer(options, life, await TcpProxy.open(portOf(life.server)));
  }

  private constructor(options: MortalServerOptions, life: Life, network: TcpProxy) {
    this.#options = options;
    this.#life = life;
    this.network = network;
    this.address = `ws://127.0.0.1:${network.port}/sync`;
  }

  /** Ends in order, and begins anew. */
  async restart(): Promise<void> {
    await this.#end();
    await this.#begin();
  }

  /** Ends as by `kill -9`, and begins anew. */
  async kill(): Promise<void> {
    this.#life.die();
    this.network.cut();
    const { server, bus } = this.#life;
    // What is left of it: nothing of that reaches the log, nor anybody else.
    await bus.close();
    server.abandon();
    await this.#begin();
  }

  async close(): Promise<void> {
    await this.#end();
    await this.network.close();
  }

  async #begin(): Promise<void> {
    this.#life = await live(this.#options);
    this.network.target = portOf(this.#life.server);
  }

  async #end(): Promise<void> {
    await this.#life.server.close();
    await this.#life.bus.close();
  }
}

async function live({ store, rights, busName, pick }: MortalServerOptions): Promise<Life> {
  const bus = new FaultyBus(new ProcessBus(busName), pick);
  const mortal = mortalStore(store);
  const server = await startSyncServer({ store: mortal.store, bus, rights, pollMs: 50, idleMs: 10 });
  return { server, bus, die: () => mortal.die() };
}

function portOf({ address }: SyncServer): number {
  return Number(new URL(address).port);
}
