import Reveal from 'reveal.js';
import { z } from 'zod';
import { wholeDeckFiller } from '#e2e/bench/stage/whole-deck-filler.ts';
import { multiplexEvent } from './call-dialect.ts';

// Runs in the browser: a plain reveal.js page with what multiplex adds to it. With a secret it is the master, and tells its state
// at the events at which the plugin does; without, it takes over every state that it hears.
const STATE_CHANGES = [
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'overviewhidden',
  'overviewshown',
  'paused',
  'resumed',
];

const saidSchema = z.object({
  state: z.looseObject({
    indexh: z.number(),
    indexv: z.number(),
    indexf: z.number().default(-1),
    paused: z.boolean(),
    overview: z.boolean(),
  }),
});

const parameters = new URLSearchParams(location.search);
const [socketId, secret] = [parameters.get('id') ?? '', parameters.get('secret')];
document.body.innerHTML = '<div class="reveal"><div class="slides"></div></div>';
const slides = document.querySelector<HTMLElement>('.slides') ?? document.body;
wholeDeckFiller(slides)(await (await fetch('/deck.md')).text());
const deck = new Reveal({ scrollActivationWidth: 0, transition: 'slide' });
await deck.initialize();

const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
if (secret === null) socket.addEventListener('message', ({ data }) => take(String(data)));
else socket.addEventListener('open', present, { once: true });

function take(text: string): void {
  const [id, said] = multiplexEvent(text);
  const parsed = saidSchema.safeParse(said);
  if (id === socketId && parsed.success) deck.setState(parsed.data.state);
}

function present(): void {
  for (const name of STATE_CHANGES) {
    deck.on(name, () => {
      const said = { state: deck.getState(), secret, socketId };
      socket.send(`42${JSON.stringify(['multiplex-statechanged', said])}`);
    });
  }
  document.body.dataset['ready'] = 'true';
}
