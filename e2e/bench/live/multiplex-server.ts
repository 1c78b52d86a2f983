import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { answerBench } from '#e2e/bench/peers/bench-report.mjs';
import { browserScript } from '#e2e/bench/stage/browser-script.ts';
import { deckText } from '#e2e/bench/stage/deck-text.ts';
import { stageStyles } from '#e2e/bench/stage/stage-styles.ts';
import { PIXEL } from '#e2e/harness/stage-lab.ts';
import { multiplexEvent } from './call-dialect.ts';

// What reveal.js' multiplex server does, on `ws` instead of socket.io: whoever knows the secret of an id sends its state to all
// others. It keeps nothing. The page of master and followers comes from here as well.
const stateSchema = z.object({ state: z.unknown(), secret: z.string(), socketId: z.string() });
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/stage.css">
<style>html, body { margin: 0; height: 100% }</style><body></body><script type="module" src="/multiplex.js"></script>`;

const [script, styles] = [await browserScript('multiplex-page.ts', import.meta.dirname), await stageStyles()];
const deck = deckText(Number(process.env['BENCH_SLIDES']));

const server = createServer(({ url = '/' }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  if (pathname === '/multiplex.js') response.setHeader('content-type', 'text/javascript').end(script);
  else if (pathname === '/stage.css') response.setHeader('content-type', 'text/css').end(styles);
  else if (pathname === '/deck.md') response.setHeader('content-type', 'text/plain; charset=utf-8').end(deck);
  else if (pathname.endsWith('.png')) response.setHeader('content-type', 'image/png').end(PIXEL);
  else response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) =>
  socket.on('message', (data: Buffer) => {
    const [name, said] = multiplexEvent(data.toString());
    const parsed = stateSchema.safeParse(said);
    if (name !== 'multiplex-statechanged' || !parsed.success) return;
    const { state, secret, socketId } = parsed.data;
    if (createHash('sha256').update(secret).digest('hex') !== socketId) return;
    const message = `42${JSON.stringify([socketId, { state, secret: null, socketId }])}`;
    for (const other of sockets.clients) if (other !== socket && other.readyState === other.OPEN) other.send(message);
  }),
);
server.listen(0, '127.0.0.1', () =>
  answerBench(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, () => sockets.clients.size),
);
