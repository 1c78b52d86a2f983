import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { addresses } from '#lib/addresses.ts';
import { deckAccess } from './accounts/deck-access.ts';
import { visitorOfTicket } from './accounts/tickets.ts';
import { visitorOf } from './accounts/visitor.ts';
import { announce } from './announce.ts';
import { serveAsset } from './assets/serve-asset.ts';
import { serveUpload } from './assets/serve-upload.ts';
import { visitorOfApiToken } from './api-tokens/visiting-program.ts';
import { bus, closeBus } from './bus/open-bus.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { database } from './database/client.ts';
import { openDatabase } from './database/open-database.ts';
import { readEnvironment } from './environment.ts';
import { explain } from './explain.ts';
import { markClient } from './http/client-address.ts';
import { serveHealth } from './http/health.ts';
import { listen } from './http/listen.ts';
import { serveMetrics } from './http/serve-metrics.ts';
import { loggedPath } from './http/logged-path.ts';
import { setPageHeaders } from './http/page-headers.ts';
import { isReadable, refuseUnreadable } from './http/readable-address.ts';
import { keepMoment } from './history/keep-moment.ts';
import { startJobs } from './jobs/jobs.ts';
import { log } from './log.ts';
import { openMetrics } from './metrics/meters.ts';
import { postgresLiveRows } from './rooms/live-rows.ts';
import { openRooms, type Rooms } from './rooms/rooms.ts';
import { postgresSectionRows } from './sections/section-rows.ts';
import { openSockets, type Sockets } from './socket/upgrade.ts';
import { serveStage } from './stage/serve-stage.ts';
import { PostgresStore } from './store/postgres-store.ts';

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    .end('Plenum is starting.\n');
}

/** The rooms of this process, on Postgres. */
function openDecks(store: PostgresStore): Rooms {
  return openRooms({
    store,
    bus: bus(),
    access: deckAccess,
    liveRows: postgresLiveRows(database),
    sectionRows: postgresSectionRows(database),
    keepMoment,
  });
}

/** The sockets of all decks, and everybody who may come to them: people by cookie, others by ticket or token. */
function openDoors(rooms: Rooms, publicUrl: string | null): Sockets {
  return openSockets({ rooms, visitorOf, visitorOfTicket, visitorOfToken: visitorOfApiToken, publicUrl });
}

/** Starts everything in order and gives what closes it in the opposite one. */
async function main(): Promise<() => Promise<void>> {
  const mode = process.env.NODE_ENV === 'development' ? 'development' : 'production';
  const environment = readEnvironment(process.env);
  const dev = mode === 'development';
  if (dev) await (await import('./stage/build-stage.ts')).buildStage();
  let handle = starting;
  // Whoever does not say within ten seconds what it wants is not waited for.
  const server = createServer({ headersTimeout: 10_000, connectionsCheckingInterval: 5_000 }, (request, response) =>
    handle(request, response),
  );
  const port = await listen(server, environment);
  const opened = await openDatabase(environment);
  const store = new PostgresStore(database);
  const rooms = openDecks(store);
  const sockets = openDoors(rooms, environment.publicUrl);
  const metrics = openMetrics(() => ({ ...rooms.figures(), sockets: sockets.size }));
  const jobs = await startJobs();

  // The decoy keeps Next from adding an upgrade listener of its own to our server: it would end the sockets of /sync.
  const decoy = createServer();
  const pages = next({ dev, dir: process.cwd(), httpServer: decoy });
  await pages.prepare();
  const page = pages.getRequestHandler();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    if (!isReadable(path)) return refuseUnreadable(response);
    if (path === addresses.health()) return serveHealth(request, response, () => rooms.health());
    if (path === addresses.metrics())
      return serveMetrics(request, response, { token: environment.metricsToken, read: metrics });
    if (serveStage(request, response) || (await serveAsset(request, response))) return undefined;
    if (await serveUpload(request, response)) return undefined;
    markClient(request);
    setPageHeaders(request, response, mode);
    return page(request, response);
  }
  handle = (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('request failed', { error, path: loggedPath(request.url) });
      response.destroy();
    });
  };
  server.on('upgrade', (request, socket, head) => {
    // Node takes its own listener off: without one, a connection that breaks off now would end the process.
    socket.on('error', () => undefined);
    if (request.url?.startsWith('/sync/') === true) sockets.handleUpgrade(request, socket, head);
    // Next's own handler does not know the socket of its development server; the listener on the decoy does.
    else if (!decoy.emit('upgrade', request, socket, head)) socket.destroy();
  });
  await announce(environment, port);

  return async () => {
    server.close();
    sockets.close();
    await rooms.close();
    await sockets.emptied();
    server.closeAllConnections();
    await Promise.allSettled([pages.close(), jobs.stop()]);
    await closeBus();
    await opened.close();
  };
}

process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }));

try {
  closeOnSignal(await main());
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
