import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy as plain as can be: each connection goes to the next process, or to the one after when that does not answer. */
export interface RoundRobin {
  readonly port: number;
  /** How many connections each process was given so far. */
  readonly given: readonly number[];
  close(): void;
}

/** Puts one before processes at these loopback ports. */
export async function roundRobin(ports: readonly number[]): Promise<RoundRobin> {
  const given = ports.map(() => 0);
  const ends = new Set<Socket>();
  let turn = 0;
  const server = createServer({ pauseOnConnect: true }, (near) => {
    ends.add(near);
    near.on('error', () => undefined);
    near.on('close', () => ends.delete(near));
    turn += 1;
    forward(near, turn, ports.length);
  });
  function forward(near: Socket, at: number, tries: number): void {
    if (tries === 0) return void near.destroy();
    const place = at % ports.length;
    const far = connect(ports[place] ?? 0, '127.0.0.1');
    far.once('connect', () => {
      given[place] = (given[place] ?? 0) + 1;
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
      near.pipe(far).pipe(near);
      near.resume();
    });
    far.on('error', () => {
      if (far.connecting || far.bytesRead + far.bytesWritten === 0) forward(near, at + 1, tries - 1);
    });
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    given,
    close() {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}
