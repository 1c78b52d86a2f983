import type { Browser } from '@playwright/test';
import { z } from 'zod';

/** What one thread did for one key, in milliseconds of its own processor time: what others do on the machine counts little. */
export interface KeyWork {
  /** Our code, with the layout that it asks for while it runs. */
  readonly script: number;
  /** Of it, styles and layout. */
  readonly forced: number;
  /** Styles, layout and paint that the browser does by itself. */
  readonly rendering: number;
  readonly longestTask: number;
}

/** The work for each key, by thread and by what waits for it. */
export interface Work {
  /** On the page, until the editor is painted. */
  readonly editor: readonly KeyWork[];
  /** On the page, from then until the slide is painted. */
  readonly after: readonly KeyWork[];
  /** In the stage's frame. */
  readonly stage: readonly KeyWork[];
}

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().default(0),
  /** Of `dur`, when this thread had the processor. */
  tdur: z.number().optional(),
  pid: z.number(),
  tid: z.number(),
});
type TraceEvent = z.infer<typeof eventSchema>;

const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'FireAnimationFrame', 'TimerFire', 'EventDispatch', 'RunMicrotasks', 'MajorGC', 'MinorGC']); // prettier-ignore
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout']);
const RENDERING = new Set([...LAYOUT, 'PrePaint', 'Layerize', 'Paint', 'Commit']);

/** Traces what the threads do for each key that `act` presses. Apart from the times of the keys, because tracing costs time. */
export async function traceWork(browser: Browser, act: () => Promise<unknown>): Promise<Work> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  await act();
  const trace = await browser.stopTracing();
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace.toString()));
  const events = traceEvents
    .flatMap((event) => eventSchema.safeParse(event).data ?? [])
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const [keys, editors, previews] = ['key', 'editor', 'preview'].map((part) =>
    events.filter(({ name }) => name === `bench-${part}`),
  );
  const spans = (keys ?? []).map(({ ts: from }) => {
    const editor = firstAfter(editors, from);
    return { from, editor, preview: Math.max(editor, firstAfter(previews, from)) };
  });
  const page = threadOf(events, keys?.[0]);
  const stage = threadOf(events, previews?.[0]);
  return {
    editor: spans.map(({ from, editor }) => workIn(page, from, editor)),
    after: spans.map(({ editor, preview }) => workIn(page, editor, preview)),
    stage: spans.map(({ from, preview }) => workIn(stage, from, preview)),
  };
}

function firstAfter(marks: readonly TraceEvent[] | undefined, from: number): number {
  return marks?.find(({ ts }) => ts > from)?.ts ?? from;
}

function threadOf(events: readonly TraceEvent[], mark: TraceEvent | undefined): readonly TraceEvent[] {
  return events.filter(({ ph, pid, tid }) => ph === 'X' && pid === mark?.pid && tid === mark.tid);
}

function workIn(events: readonly TraceEvent[], from: number, to: number): KeyWork {
  const within = events.filter(({ ts, dur }) => ts + dur > from && ts < to);
  const script = outermost(within.filter(({ name }) => SCRIPT.has(name)));
  const rendering = within.filter(({ name }) => RENDERING.has(name));
  const isForced = ({ ts }: TraceEvent): boolean => script.some((span) => holds(span, ts));
  const forced = rendering.filter((event) => LAYOUT.has(event.name) && isForced(event));
  return {
    script: total(script),
    forced: total(outermost(forced)),
    rendering: total(outermost(rendering.filter((event) => !isForced(event)))),
    longestTask: Math.max(0, ...within.filter(({ name }) => name === 'RunTask').map(milliseconds)),
  };
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
  return events.reduce((sum, event) => sum + milliseconds(event), 0);
}

function milliseconds({ dur, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}
