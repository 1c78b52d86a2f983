import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between a server and its database that can be made to hang: nothing fails, nothing is answered. */
export interface StallableProxy {
  /** The database's address, by this wire. */
  readonly url: string;
  stall(): void;
  resume(): void;
  close(): void;
}

/** Lays a wire to the database at this address. */
export async function stallableProxy(target: string): Promise<StallableProxy> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  let stalled = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      from.on('data', (chunk: Buffer) => to.write(chunk));
      if (stalled) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    stall() {
      stalled = true;
      for (const end of ends) end.pause();
    },
    resume() {
      stalled = false;
      for (const end of ends) end.resume();
    },
    close() {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}
