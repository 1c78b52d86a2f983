// Runs in every document of the measured browser, before anything else in it: tells when a key came in and when what it changed
// was painted. Times are milliseconds since 1970, so that documents can be compared.
import { afterPaint, nextFrame } from './after-paint.ts';
import type { Report } from './witness.ts';

declare global {
  interface Window {
    readonly benchReport: (reports: readonly Report[]) => void;
    /** Whether frames go on though nothing changes, as on a page where something moves. */
    benchFrames: boolean;
  }
}

const PARTS = [
  ['editor', '.cm-content'],
  ['preview', '.slides, [data-floor]'],
] as const;

/** Telling costs time, so it waits until everything that belongs to a key has been painted. */
const TELL_AFTER_MILLISECONDS = 25;

const reports: Report[] = [];
const waiting = new Set<string>();
let telling = false;
let beating = false;

window.benchFrames = false;
setInterval(() => {
  if (window.benchFrames && !beating) beat();
}, 100);

function beat(): void {
  beating = window.benchFrames;
  if (beating) nextFrame(beat);
}

addEventListener(
  'keydown',
  (event) => {
    performance.mark('bench-key');
    tell({ part: 'key', at: event.timeStamp, frameAt: event.timeStamp });
    tell({ part: 'key-handled', at: performance.now(), frameAt: event.timeStamp });
  },
  { capture: true },
);

new MutationObserver((records) => {
  for (const [part, selector] of PARTS) {
    if (!waiting.has(part) && records.some(({ target }) => elementOf(target)?.closest(selector))) watch(part);
  }
}).observe(document, { childList: true, characterData: true, subtree: true });

const post = MessagePort.prototype.postMessage;
MessagePort.prototype.postMessage = function postAndSee(this: MessagePort, message: unknown, ...rest: never[]) {
  if (isPaintedMessage(message)) watchOpening();
  return Reflect.apply(post, this, [message, ...rest]);
};

function watch(part: Report['part']): void {
  waiting.add(part);
  afterPaint((frameAt) => {
    waiting.delete(part);
    performance.mark(`bench-${part}`);
    tell({ part, at: performance.now(), frameAt });
  });
}

/** The frame's first deck is painted; its script was there since `frameAt`. */
function watchOpening(): void {
  const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/stage.js'));
  const loaded = script instanceof PerformanceResourceTiming ? script.responseEnd : Number.NaN;
  afterPaint(() => tell({ part: 'opened', at: performance.now(), frameAt: loaded }));
}

function tell(report: Report): void {
  const { timeOrigin } = performance;
  reports.push({ part: report.part, at: timeOrigin + report.at, frameAt: timeOrigin + report.frameAt });
  if (telling) return;
  telling = true;
  setTimeout(() => {
    telling = false;
    window.benchReport(reports.splice(0));
  }, TELL_AFTER_MILLISECONDS);
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function isPaintedMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'painted';
}
