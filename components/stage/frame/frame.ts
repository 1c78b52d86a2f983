import { pageMessageSchema, STAGE_GREETING, type DeckMessage, type FrameMessage } from '#lib/stage/messages.ts';
import { safeLink } from '#lib/stage/link-scheme.ts';
import { playerOf } from '#lib/stage/player.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import { mergeDecks } from './merge-decks.ts';
import { printDeck } from './print-view.ts';
import { sendGaps } from './send-gaps.ts';
import { sendPictures } from './send-pictures.ts';
import { StageSlides } from './stage-slides.ts';
import { StageView } from './stage-view.ts';

// The frame's one script: waits for the port, then shows what comes through it, one patch a frame.
const [reveal, slides] = [element('.reveal'), element('.slides')];
const style = document.head.appendChild(document.createElement('style'));
const content = new StageSlides(createSanitiser(window), style);

window.addEventListener('message', function greet(event) {
  const [port] = event.ports;
  // The page that made this frame is the only one that may speak to it, and only once.
  if (event.source !== window.parent || event.data !== STAGE_GREETING || port === undefined) return;
  window.removeEventListener('message', greet);
  if (document.documentElement.dataset['print'] === undefined) open(port);
  else print(port);
});

// Says that it listens. The page that made this frame knows its window; nobody else can do anything with the word.
window.parent.postMessage(STAGE_GREETING, '*');

function open(port: MessagePort): void {
  const send = (message: FrameMessage): void => port.postMessage(message);
  const view = new StageView({
    reveal,
    slides,
    content,
    moved: (place) => send({ type: 'moved', ...place }),
    measured: (measures) => send({ type: 'measured', slides: measures }),
  });
  const patches = new PatchQueue(view, () => send({ type: 'painted' }));
  port.addEventListener('message', ({ data }) => {
    const message = pageMessageSchema.parse(data);
    if (message.type === 'deck') patches.add(message);
    else patches.press(message.keyCode);
  });
  sendLinks(send);
  const hashOf = (key: string) => content.slideOf(key)?.hash;
  sendPictures(hashOf, send);
  sendGaps(slides, hashOf, send);
  port.start();
}

/** A document that is made to be printed shows one deck, on pages; the page that made it hears when it is ready. */
function print(port: MessagePort): void {
  const sections = new Set((document.body.dataset['sections'] ?? '').split(' '));
  port.addEventListener('message', ({ data }) => void show(data));
  port.start();
  async function show(data: unknown): Promise<void> {
    const message = pageMessageSchema.parse(data);
    if (message.type !== 'deck') return;
    await printDeck(message, { reveal, slides, content, sections });
    port.postMessage({ type: 'painted' } satisfies FrameMessage);
    if (document.documentElement.dataset['print'] === 'dialog') window.print();
  }
}

/** Gathers the messages of one frame into one patch. The first is shown at once. */
class PatchQueue {
  readonly #view: StageView;
  readonly #painted: () => void;
  #waiting: DeckMessage | null = null;
  #busy = false;
  #first = true;

  constructor(view: StageView, painted: () => void) {
    this.#view = view;
    this.#painted = painted;
  }

  add(message: DeckMessage): void {
    this.#waiting = this.#waiting === null ? message : mergeDecks(this.#waiting, message);
    if (this.#busy) return;
    this.#busy = true;
    if (this.#first) void this.#flush();
    else requestAnimationFrame(() => void this.#flush());
  }

  /** A key comes after all that was said before it: else a place that waits for its frame would take the stage back again. */
  press(keyCode: number): void {
    if (!this.#first && this.#waiting !== null) void this.#flush();
    this.#view.press(keyCode);
  }

  async #flush(): Promise<void> {
    const message = this.#waiting;
    this.#waiting = null;
    try {
      if (message !== null) await this.#view.apply(message);
    } finally {
      this.#next();
    }
  }

  /** Whatever became of the patch before: one that failed must not hold up those after it. */
  #next(): void {
    if (this.#first) requestAnimationFrame(this.#painted);
    this.#first = false;
    this.#busy = this.#waiting !== null;
    if (this.#busy) requestAnimationFrame(() => void this.#flush());
  }
}

function sendLinks(send: (message: FrameMessage) => void): void {
  const follow = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    const href = safeLink(link.getAttribute('href') ?? '');
    if (href === null) return;
    const player = link.matches('.embed') ? playerOf(href) : null;
    send(player === null ? { type: 'link', href } : { type: 'embed', ...player });
  };
  // Before the link: what the page opens for it takes the keyboard, and must not lose it again to the slides.
  const press = (): void => {
    if (getSelection()?.isCollapsed !== false) send({ type: 'pressed' });
  };
  document.addEventListener('click', press, true);
  document.addEventListener('click', follow, true);
  document.addEventListener('auxclick', follow, true);
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The stage document has no ${selector}.`);
  return found;
}
