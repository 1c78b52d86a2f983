import { z } from 'zod';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { slideKey, wholeDeckMessage } from '#lib/stage/deck-message.ts';
import { STAGE_GREETING } from '#lib/stage/messages.ts';

import { Chromium } from './chromium.ts';
import { frameDocument } from './frame-document.ts';
import { inlinePictures } from './inline-pictures.ts';
import type { ExportSource } from './write-markdown.ts';

/** Nobody answers there: the document is handed over by the pipe, and everything else that is asked for is refused. */
const ADDRESS = 'https://plenum.invalid/';
const LONGEST_MILLISECONDS = 60_000;
/** As many wait for their turn; a browser for each of a crowd would be the end of a small machine. */
const MOST_WAITING = 8;
const PART_BYTES = 1 << 20;

let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * A deck as PDF, made by the Chromium at `chromium`: a slide a page, with links, text that can be marked, and a bookmark for each section. The
 * document that is printed has everything in itself: it runs under a policy and in a sandbox, and no request of it leaves. One at a time per
 * process. Refuses when too many wait, when it takes too long, and when `signal` says that nobody wants it any more.
 */
export async function printPdf(
  source: ExportSource,
  chromium: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (waiting >= MOST_WAITING) throw new Refusal('too-many', messages.exports.busy);
  waiting += 1;
  const work = turn.then(() => timed(source, chromium, signal));
  turn = work.catch(() => undefined);
  try {
    return await work;
  } finally {
    waiting -= 1;
  }
}

async function timed(source: ExportSource, file: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (signal.aborted) throw nobodyWaits();
  const document = await documentOf(source);
  const chromium = await Chromium.start(file);
  const tooLong = AbortSignal.timeout(LONGEST_MILLISECONDS);
  const either = AbortSignal.any([signal, tooLong]);
  either.addEventListener('abort', () => void chromium.close());
  try {
    return await printed(chromium, document);
  } catch (error) {
    if (tooLong.aborted) throw new Refusal('unavailable', messages.exports.tookTooLong);
    if (signal.aborted) throw nobodyWaits();
    throw error;
  } finally {
    await chromium.close();
  }
}

function nobodyWaits(): Refusal {
  return new Refusal('unavailable', messages.exports.failed);
}

interface PrintDocument {
  readonly markup: string;
  readonly policy: string;
  /** JSON of what its script is told. */
  readonly message: string;
}

async function documentOf(source: ExportSource): Promise<PrintDocument> {
  const model = parseDeck(source.text);
  const sections = source.sections.map(({ fromSlide }) => slideKey(fromSlide));
  const { markup, policy } = frameDocument(model, { print: true, sections, title: source.facts.title });
  const message = wholeDeckMessage(model, {
    assets: await inlinePictures(source),
    foreignPictures: false,
    interactive: false,
    measured: false,
    pickable: false,
  });
  return { markup, policy, message: JSON.stringify(message) };
}

const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const pausedSchema = z.object({ requestId: z.string(), request: z.object({ url: z.string() }) });
const streamSchema = z.object({ stream: z.string() });
const partSchema = z.object({ data: z.string(), base64Encoded: z.boolean().default(false), eof: z.boolean() });
const evaluatedSchema = z.object({ exceptionDetails: z.unknown().optional() });

async function printed(chromium: Chromium, document: PrintDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { targetId } = targetSchema.parse(await chromium.send('Target.createTarget', { url: 'about:blank' }));
  const attached = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = sessionSchema.parse(attached);
  const send = (method: string, params: Readonly<Record<string, unknown>> = {}) =>
    chromium.send(method, params, sessionId);
  let handedOver = false;
  chromium.on('Fetch.requestPaused', (params) => {
    const { requestId, request } = pausedSchema.parse(params);
    const first = !handedOver && request.url === ADDRESS;
    handedOver ||= first;
    const answer = first
      ? send('Fetch.fulfillRequest', { requestId, ...answerOf(document) })
      : send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    answer.catch(() => undefined);
  });
  const loaded = new Promise<void>((done) => chromium.on('Page.loadEventFired', () => done()));
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await send('Page.enable');
  await send('Emulation.setEmulatedMedia', { media: 'print' });
  await send('Page.navigate', { url: ADDRESS });
  await loaded;
  evaluatedOrThrow(await send('Runtime.evaluate', { expression: tell(document.message), awaitPromise: true }));
  return bytesOf(send, await send('Page.printToPDF', PRINT));
}

const PRINT = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  transferMode: 'ReturnAsStream',
} as const;

/** Headers say what the document's own policy cannot: without an origin of its own it reaches nothing even if a script ran. */
function answerOf({ markup, policy }: PrintDocument) {
  return {
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: 'text/html; charset=utf-8' },
      { name: 'Content-Security-Policy', value: `${policy}; sandbox allow-scripts` },
    ],
    body: Buffer.from(markup).toString('base64'),
  };
}

/** Hands the stage a port and the deck as a page does, and waits until it is laid out. */
function tell(message: string): string {
  return `new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(true);
    window.postMessage(${JSON.stringify(STAGE_GREETING)}, '*', [channel.port2]);
    channel.port1.postMessage(${message});
  })`;
}

function evaluatedOrThrow(result: Readonly<Record<string, unknown>>): void {
  const { exceptionDetails } = evaluatedSchema.parse(result);
  if (exceptionDetails !== undefined)
    throw new Error(`The deck could not be laid out: ${JSON.stringify(exceptionDetails).slice(0, 500)}`);
}

async function bytesOf(
  send: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>,
  printedTo: Readonly<Record<string, unknown>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { stream } = streamSchema.parse(printedTo);
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = partSchema.parse(await send('IO.read', { handle: stream, size: PART_BYTES }));
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    if (eof) return new Uint8Array(Buffer.concat(parts));
  }
}
