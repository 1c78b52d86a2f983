import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { Refusal } from '#lib/errors.ts';
import { addresses } from '#lib/addresses.ts';
import { announce } from './announce.ts';
import { serveAsset } from './assets/serve-asset.ts';
import { closeBus } from './bus/open-bus.ts';
import { openDatabase } from './database/open-database.ts';
import { readEnvironment } from './environment.ts';
import { serveHealth } from './http/health.ts';
import { listen } from './http/listen.ts';
import { setPageHeaders } from './http/page-headers.ts';
import { startJobs } from './jobs/jobs.ts';
import { log } from './log.ts';
import { serveStage } from './stage/serve-stage.ts';

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('Plenum is starting.\n');
}

/** Starts everything in order and gives what closes it in the opposite one. */
async function main(): Promise<() => Promise<void>> {
  const mode = process.env.NODE_ENV === 'development' ? 'development' : 'production';
  const environment = readEnvironment(process.env);
  let handle = starting;
  const server = createServer((request, response) => handle(request, response));
  const port = await listen(server, environment);
  const database = await openDatabase(environment);
  const jobs = await startJobs();

  // The decoy keeps Next from adding an upgrade listener of its own to our server: it would end the sockets of /sync.
  const pages = next({
    dev: mode === 'development',
    dir: process.cwd(),
    httpServer: createServer(),
    hostname: environment.host,
    port,
  });
  await pages.prepare();
  const page = pages.getRequestHandler();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.split('?')[0] === addresses.health()) return serveHealth(request, response, () => null);
    if (serveStage(request, response) || (await serveAsset(request, response))) return;
    setPageHeaders(request, response, mode);
    return page(request, response);
  }
  handle = (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('request failed', { error, path: request.url?.split('?')[0] });
      response.destroy();
    });
  };
  const upgrade = pages.getUpgradeHandler();
  server.on('upgrade', (request, socket, head) => {
    void upgrade(request, socket, head);
  });
  await announce(environment, port);

  return async () => {
    server.close();
    server.closeAllConnections();
    await pages.close();
    await jobs.stop();
    await closeBus();
    await database.close();
  };
}

function closeOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('closing failed', { error });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }));

try {
  closeOnSignal(await main());
} catch (error) {
  process.stderr.write(
    `${error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
