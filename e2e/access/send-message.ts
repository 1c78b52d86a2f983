import { setTimeout as pause } from 'node:timers/promises';
import type { LiveMessage, LiveRequest } from '#lib/live/live-state.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { DeckSocket } from './deck-socket.ts';
import type { SocketDeck, SocketMessage } from './socket-messages.ts';
import { SECRET, type World } from './world.ts';

/** The deck of a world. */
export function deckIdOf(world: World, deck: SocketDeck): string {
  return deck === 'template' ? world.templateDeckId : world[deck].deckId;
}

// Presence goes out every 100 ms: what is not there by then does not come.
const HIDDEN_MS = 1_500;

let count = 0;

/** How each message is sent, and what came of it as a mark. */
const SEND: Readonly<Record<SocketMessage, (socket: DeckSocket, witness: DeckSocket) => Promise<string>>> = {
  'step 1': (socket) => Promise.resolve(socket.text.includes(SECRET) ? 'o' : 'let in, but without the text'),
  barrier: async (socket) => ((await socket.saved(1)) ? 'o' : 'r'),
  update: async (socket, witness) => {
    count += 1;
    const words = `(word ${count})`;
    socket.write(words);
    if (await socket.saved(1)) return (await witness.until(() => witness.text.includes(words))) ? 'o' : 'lost';
    const mark = socket.closedWith === CLOSE.frozen ? 'f' : 'r';
    return witness.text.includes(words) ? `${mark}, and taken all the same` : mark;
  },
  presence: async (socket, witness) => {
    count += 1;
    const cursor = `cursor ${count}`;
    // The name is the session's, whatever it says: it is looked for by what else it says.
    const seen = witness.states.length;
    socket.appear('Mallory', cursor);
    await socket.saved(1);
    const told = () => witness.states.slice(seen).find((state) => state.includes(cursor));
    const late = performance.now() + HIDDEN_MS;
    await witness.until(() => told() !== undefined || performance.now() > late);
    const state = told();
    if (state?.includes('Mallory') === true) return 'seen under a name of its own choice';
    return state === undefined ? 'h' : 'o';
  },
  'who is there': async (socket) => {
    await socket.saved(1);
    return socket.states.some((state) => state.includes('Hana Host')) ? 'o' : 'h';
  },
  'ask for the baton': (socket) => requested(socket, { type: 'ask', wanted: true }),
  'take the baton over': (socket) => requested(socket, { type: 'present' }),
  'move the stage': (socket) => requested(socket, { type: 'move', slide: { anchor: '', hash: '' }, fragment: -1 }),
  'blank the stage': (socket) => requested(socket, { type: 'blank', blank: false }),
  'stop the clock': (socket) => requested(socket, { type: 'pause', paused: false }),
  'hold the deck': (socket) => requested(socket, { type: 'hold', held: false }),
  point: async (socket) => {
    const refused = socket.request({ type: 'point', at: { x: 0, y: 0 } }, 'refused').then(markOf);
    return Promise.race([refused, pause(HIDDEN_MS).then(() => 'h')]);
  },
  hello: async (socket, witness) => {
    count += 1;
    const name = `Newcomer ${count}`;
    // Only who is refused is answered.
    const refused = socket.request({ type: 'hello', name, keep: false }, 'refused').then(markOf);
    const told = witness.until(() => witness.hellos.includes(name)).then(() => 'o');
    return Promise.any([refused, told]);
  },
};

/** What the live call answers first. */
async function requested(socket: DeckSocket, request: LiveRequest): Promise<string> {
  return markOf(await socket.request(request, 'state', 'refused'));
}

function markOf(answer: LiveMessage | null): string {
  if (answer?.type === 'state') return 'o';
  if (answer?.type !== 'refused') return 'not answered';
  return answer.reason === 'not-live' ? 'n' : 'r';
}

/** Comes to the deck with these cookies and says it; `witness` is a host who has it open. */
export async function sendMessage(
  { url, deckId, cookie }: { readonly url: string; readonly deckId: string; readonly cookie: string },
  message: SocketMessage,
  witness: DeckSocket,
): Promise<string> {
  const socket = new DeckSocket(url, deckId, cookie);
  try {
    if (await socket.open()) return await SEND[message](socket, witness);
    if (socket.closedWith === CLOSE.signInFirst) return 's';
    if (socket.closedWith === CLOSE.noSuchDeck) return 'g';
    return socket.closedWith === CLOSE.notAllowed ? 'x' : `closed with ${socket.closedWith}`;
  } finally {
    socket.close();
  }
}
