import { frameMessageSchema, STAGE_GREETING, type DeckMessage } from '#lib/stage/messages.ts';
import { safeLink } from '#lib/stage/link-scheme.ts';
import { offlineDeckSchema, type OfflineDeck } from '#lib/export/offline-deck.ts';
import { watchAddress } from '#lib/stage/player.ts';
import { stageKey } from '#components/stage/stage-keys.ts';

// The one script of the file that presents a call offline: the slides in a frame that shares nothing with the page, a bar below them.
const deck: OfflineDeck = offlineDeckSchema.parse(JSON.parse(element('#deck').textContent));
const message: DeckMessage = { ...deck.message, settings: withPictures() };
const [stage, bar, text, outline] = [element('#stage'), element('#bar'), element('#text'), dialog('#outline')];
const position = element('#position');
let port: MessagePort | null = null;
let at = 0;

open();

function open(): void {
  document.documentElement.dataset['presents'] = '';
  bar.hidden = false;
  showText(location.hash === '#text');
  connect(newFrame(stage, deck.frame), (opened) => (port = opened), heard);
  on('#back', () => press(KEYS.back));
  on('#on', () => press(KEYS.on));
  on('#contents', () => outline.showModal());
  on('#read', () => showText(true));
  on('#slides', () => showText(false));
  on('#print', printSlides);
  on('#full', () => void toggleFull());
  outline.addEventListener('click', chosen);
  document.addEventListener('keydown', typed);
}

/** Codes of keys, as reveal.js numbers them. */
const KEYS = { back: 80, on: 78 } as const;

function typed(event: KeyboardEvent): void {
  if (outline.open || stage.hidden) return;
  const code = stageKey(event, stage);
  if (code !== null) {
    event.preventDefault();
    press(code);
  } else if (event.target === document.body && event.key === 'f') void toggleFull();
}

function press(keyCode: number): void {
  port?.postMessage({ type: 'key', keyCode });
}

function heard(data: unknown): void {
  const result = frameMessageSchema.safeParse(data);
  // The frame holds hostile text; what it says is dropped when it is none of its sentences.
  if (!result.success) return;
  const said = result.data;
  if (said.type === 'painted') document.documentElement.dataset['painted'] = '';
  if (said.type === 'moved') moved(said.key);
  if (said.type === 'pressed') focusStage();
  if (said.type === 'link') openElsewhere(safeLink(said.href));
  if (said.type === 'embed') openElsewhere(watchAddress(said));
}

function moved(key: string): void {
  const found = message.order?.findIndex((slot) => slot.key === key) ?? -1;
  if (found === -1) return;
  at = found;
  position.textContent = `${at + 1} / ${message.order?.length ?? 0}`;
}

function openElsewhere(address: string | null): void {
  if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
}

function chosen(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || stage.hidden) return outline.close();
  event.preventDefault();
  const slot = message.order?.[Number(link.hash.slice('#slide-'.length)) - 1];
  if (slot !== undefined) {
    const place = { key: slot.key, fragment: -1 };
    port?.postMessage({ type: 'deck', settings: null, order: null, contents: [], place } satisfies DeckMessage);
    moved(slot.key);
  }
  outline.close();
  focusStage();
}

function showText(shown: boolean): void {
  text.hidden = !shown;
  stage.hidden = shown;
  element('#read').hidden = shown;
  element('#slides').hidden = !shown;
  if (shown) document.querySelector(`#slide-${at + 1}`)?.scrollIntoView();
  else focusStage();
}

function focusStage(): void {
  stage.focus({ preventScroll: true });
}

async function toggleFull(): Promise<void> {
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
  else await document.exitFullscreen();
}

/** Slides are printed by a frame of their own, laid out a slide a page: it alone may open the dialog. */
function printSlides(): void {
  document.querySelector('#paper')?.remove();
  const paper = document.body.appendChild(document.createElement('div'));
  paper.id = 'paper';
  const markup = deck.frame.replace('<html', '<html data-print="dialog"');
  connect(
    newFrame(paper, markup, 'allow-scripts allow-modals'),
    () => undefined,
    () => undefined,
  );
}

function newFrame(parent: HTMLElement, markup: string, sandbox = 'allow-scripts'): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', sandbox);
  frame.referrerPolicy = 'no-referrer';
  frame.title = document.title;
  frame.srcdoc = markup;
  parent.replaceChildren(frame);
  return frame;
}

/** Hands a frame its port when it says that it listens, and tells it the deck. */
function connect(frame: HTMLIFrameElement, ready: (port: MessagePort) => void, hear: (data: unknown) => void): void {
  addEventListener('message', (event) => {
    // The origin of a sandboxed frame is "null": only its window tells it apart.
    if (event.source !== frame.contentWindow || event.data !== STAGE_GREETING) return;
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', ({ data }) => hear(data));
    channel.port1.start();
    frame.contentWindow?.postMessage(STAGE_GREETING, '*', [channel.port2]);
    channel.port1.postMessage(message);
    ready(channel.port1);
  });
}

/** Each picture is in the file once, in the text to read; here it is named by its number. */
function withPictures(): DeckMessage['settings'] {
  const loaded = new Map<string, string>();
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-picture]'))
    loaded.set(image.dataset['picture'] ?? '', image.getAttribute('src') ?? '');
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-again]'))
    image.src = loaded.get(image.dataset['again'] ?? '') ?? '';
  const { settings } = deck.message;
  if (settings === null) return null;
  const assets = Object.entries(settings.assets).map(
    ([address, number]) => [address, loaded.get(number) ?? ''] as const,
  );
  return { ...settings, assets: Object.fromEntries(assets) };
}

function on(selector: string, act: () => void): void {
  element(selector).addEventListener('click', act);
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The file has no ${selector}.`);
  return found;
}

function dialog(selector: string): HTMLDialogElement {
  const found = element(selector);
  if (found instanceof HTMLDialogElement) return found;
  throw new Error(`${selector} is no dialog.`);
}
