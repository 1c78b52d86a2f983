import { sharedNow } from '#e2e/bench/sync/marker.ts';
import { RawSocket } from '#e2e/bench/sync/raw-socket.ts';
import { CALL_DIALECTS, type CallDialect } from './call-dialect.ts';
import type { CrowdJob, CrowdOrder, CrowdReport } from './crowd.ts';

// A process of many followers, started by crowd.ts: it gets a job, says when all are in, and notes when told to.
const AT_ONCE = Number(process.env['BENCH_JOIN_AT_ONCE'] ?? 40);

interface Move {
  readonly place: string;
  readonly at: number[];
}

/** By the bytes of a frame, which are the same for everybody. Null: it says nothing new of the stage. */
const heard = new Map<string, Move | null>();
let moves: Move[] = [];
let moveBytes = 0;
let place = '';

process.once('message', (job: CrowdJob) => void run(job));
process.once('disconnect', () => process.exit(0));

async function run(job: CrowdJob): Promise<void> {
  const dialect = CALL_DIALECTS[job.dialect];
  const began = performance.now();
  const sockets: RawSocket[] = [];
  let left = job.followers;
  const joinOneByOne = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      sockets.push(await follow(job, dialect));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, joinOneByOne));
  const bytes = (): number => sockets.reduce((sum, socket) => sum + socket.bytes, 0);
  let from = 0;
  process.on('message', (order: CrowdOrder) => {
    if (order === 'note') {
      [moves, moveBytes, from] = [[], 0, bytes()];
      heard.clear();
      return report({ type: 'noting' });
    }
    const closed = sockets.flatMap((socket) => (socket.closed === null ? [] : [socket.closed]));
    report({ type: 'result', result: { moves, bytes: bytes() - from, moveBytes, closed } });
  });
  report({ type: 'ready', seconds: (performance.now() - began) / 1000 });
}

/** Comes in; resolves when it hears of the call. */
async function follow({ url, origin }: CrowdJob, dialect: CallDialect): Promise<RawSocket> {
  const joined = Promise.withResolvers<void>();
  let isIn = dialect.opening.length === 0;
  if (isIn) joined.resolve();
  const socket: RawSocket = await RawSocket.open(url, { origin }, (frame) => {
    note(frame, dialect);
    if (isIn) return;
    const answer = dialect.answer(frame);
    if (answer === null) return;
    // The first frames may come with the handshake, before the socket is here.
    if (answer.send.length > 0) setImmediate(() => socket.send(...answer.send));
    isIn = answer.joined;
    if (isIn) joined.resolve();
  });
  for (const frame of dialect.opening) socket.send(frame);
  const look = setInterval(() => {
    if (socket.closed !== null) joined.reject(new Error(`A follower was sent away with ${socket.closed}.`));
  }, 500);
  await joined.promise.finally(() => clearInterval(look));
  return socket;
}

function note(frame: Buffer, dialect: CallDialect): void {
  const key = frame.toString('latin1');
  let move = heard.get(key);
  if (move === undefined) {
    move = moveOf(frame, dialect);
    heard.set(key, move);
  }
  if (move === null) return;
  move.at.push(sharedNow());
  moveBytes += frame.length;
}

function moveOf(frame: Buffer, dialect: CallDialect): Move | null {
  const next = dialect.placeOf(frame);
  if (next === null || next === place) return null;
  place = next;
  const move = { place, at: [] };
  moves.push(move);
  return move;
}

function report(message: CrowdReport): void {
  process.send?.(message);
}
