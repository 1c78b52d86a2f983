import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A network between two programs, that a test can cut, hold, tear and lead elsewhere. */
export class TcpProxy {
  readonly port: number;
  /** Where the next connection leads: a port of this machine. */
  target: number;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #held = false;
  #tearAfter: number | null = null;

  /** Opens one on a free loopback port. */
  static async open(target: number): Promise<TcpProxy> {
    const server = createServer({ pauseOnConnect: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, target);
  }

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.target = target;
    server.on('connection', (client) => this.#join(client));
  }

  /** This address, by way of this network. */
  lead(address: string): string {
    const url = new URL(address);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Resets every connection. New ones are made as before. */
  cut(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** From now on nothing passes and nobody is told: a pulled cable. */
  hold(): void {
    this.#held = true;
    this.strand();
  }

  /** The cable is back. Connections whose ends still believe in them go on. */
  release(): void {
    this.#held = false;
    for (const { client, server } of this.#pairs) {
      client.resume();
      server.resume();
    }
  }

  /** The connections that are there fall silent for ever and nobody is told; new ones are made as before. */
  strand(): void {
    for (const { client, server } of this.#pairs) {
      client.pause();
      server.pause();
    }
  }

  /** The clients lose their connections; the server goes on believing in them. */
  halfOpen(): void {
    for (const { client, server } of this.#pairs) {
      client.removeAllListeners('close');
      server.removeAllListeners('close');
      client.resetAndDestroy();
      server.pause();
    }
  }

  /** Lets so many more bytes of clients through, and cuts in the middle of whatever that is. */
  tearAfter(bytes: number): void {
    this.#tearAfter = bytes;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    const pair = { client, server };
    this.#pairs.add(pair);
    client.on('data', (chunk: Buffer) => this.#forward(pair, chunk));
    server.on('data', (chunk: Buffer) => void client.write(chunk));
    for (const end of [client, server]) {
      end.on('error', () => undefined);
      end.on('close', () => {
        this.#pairs.delete(pair);
        client.destroy();
        server.destroy();
      });
    }
    if (this.#held) server.pause();
    else client.resume();
  }

  #forward({ client, server }: Pair, chunk: Buffer): void {
    if (this.#tearAfter === null || chunk.length < this.#tearAfter) {
      if (this.#tearAfter !== null) this.#tearAfter -= chunk.length;
      server.write(chunk);
      return;
    }
    const last = chunk.subarray(0, this.#tearAfter);
    this.#tearAfter = null;
    server.end(last);
    client.resetAndDestroy();
  }
}
