import type { Browser } from '@playwright/test';
import { z } from 'zod';

/** What one thread did for one key, in milliseconds. */
export interface KeyWork {
  /** Our code, and what of layout it asked for while it ran. */
  readonly script: number;
  /** Styles, layout and paint that the browser did by itself afterwards. */
  readonly rendering: number;
  readonly longestTask: number;
}

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().default(0),
  pid: z.number(),
  tid: z.number(),
});
type TraceEvent = z.infer<typeof eventSchema>;

const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'FireAnimationFrame', 'TimerFire', 'EventDispatch', 'RunMicrotasks', 'MajorGC', 'MinorGC']); // prettier-ignore
const RENDERING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Layerize', 'Paint', 'Commit']);

/**
 * What the threads of editor and preview do for each key that `act` has pressed, from the key until the preview is painted. Traced
 * apart from the times, because tracing costs time.
 */
export async function traceWork(
  browser: Browser,
  act: () => Promise<unknown>,
): Promise<{ readonly page: readonly KeyWork[]; readonly frame: readonly KeyWork[] }> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  await act();
  const trace = await browser.stopTracing();
  const events = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace.toString())).traceEvents;
  const timed = events.flatMap((event) => eventSchema.safeParse(event).data ?? []).toSorted((a, b) => a.ts - b.ts);
  const keys = timed.filter(({ name }) => name === 'bench-key');
  const previews = timed.filter(({ name }) => name === 'bench-preview');
  const spans = keys.flatMap((key) => {
    const shown = previews.find(({ ts }) => ts > key.ts);
    return shown === undefined ? [] : [{ from: key.ts, to: shown.ts }];
  });
  return { page: workOn(threadOf(timed, keys[0]), spans), frame: workOn(threadOf(timed, previews[0]), spans) };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function threadOf(events: readonly TraceEvent[], mark: TraceEvent | undefined): readonly TraceEvent[] {
  return events.filter(({ ph, pid, tid }) => ph === 'X' && pid === mark?.pid && tid === mark.tid);
}

function workOn(events: readonly TraceEvent[], spans: readonly Span[]): readonly KeyWork[] {
  return spans.map(({ from, to }) => {
    const within = events.filter(({ ts, dur }) => ts + dur > from && ts < to);
    const script = outermost(within.filter(({ name }) => SCRIPT.has(name)));
    const free = within.filter(({ name, ts }) => RENDERING.has(name) && !script.some((span) => holds(span, ts)));
    const tasks = within.filter(({ name }) => name === 'RunTask').map(({ dur }) => dur / 1000);
    return { script: total(script), rendering: total(outermost(free)), longestTask: Math.max(0, ...tasks) };
  });
}

/** Events are nested: those that are inside none of the others. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const outer: TraceEvent[] = [];
  for (const event of events) {
    const last = outer.at(-1);
    if (last === undefined || !holds(last, event.ts)) outer.push(event);
  }
  return outer;
}

function holds({ ts, dur }: TraceEvent, at: number): boolean {
  return at >= ts && at < ts + dur;
}

function total(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { dur }) => sum + dur / 1000, 0);
}
