import { once } from 'node:events';
import type { Server } from 'node:http';
import { Refusal } from '#lib/errors.ts';
import type { Environment } from '#server/environment.ts';

const SAYS: Readonly<Record<string, (environment: Environment) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken by another program: stop it, or choose another with PORT.`,
  EACCES: ({ port }) => `Port ${port} is not allowed for this user: choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}: check HOST.`,
  ENOTFOUND: ({ host }) => `HOST ${host} is no address of this machine.`,
};

/** Listens, or refuses with a sentence. Gives the port, which the system chose where PORT is 0. */
export async function listen(server: Server, environment: Environment): Promise<number> {
  server.listen(environment.port, environment.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Refusal(
      'unavailable',
      SAYS[code]?.(environment) ?? `Cannot listen on ${environment.host}:${environment.port}: ${String(error)}`,
    );
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : environment.port;
}
