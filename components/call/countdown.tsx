'use client';

import { useSecond } from '#components/time/clock.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary } from '#lib/views.ts';
import { Lookout } from './lookout.tsx';

const words = messages.call.now;
const SECOND = 1000;
/** How often the page asks whether the call has begun: rarely long before, often around the time. */
const NEAR = 10 * 60 * SECOND;
const RARELY = 60 * SECOND;
const OFTEN = 10 * SECOND;

interface CountdownProps {
  readonly call: Pick<CallSummary, 'id' | 'state'>;
  /** The call's start, ISO 8601. */
  readonly at: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** Counts down to a call, and opens it by itself when it has begun. */
export function Countdown({ call, at, madeAt }: CountdownProps) {
  const now = useSecond(madeAt);
  const gap = Date.parse(at) - now.getTime();
  const every = Math.abs(gap) < NEAR ? OFTEN : RARELY;
  if (gap <= 0) {
    return (
      <p role="status" className="text-25 font-semibold">
        {words.begins}
        <Lookout every={every} call={call} />
      </p>
    );
  }
  const rest = Math.floor(gap / SECOND);
  const parts = [
    { unit: words.days, count: Math.floor(rest / 86_400) },
    { unit: words.hours, count: Math.floor(rest / 3600) % 24 },
    { unit: words.minutes, count: Math.floor(rest / 60) % 60 },
    { unit: words.seconds, count: rest % 60 },
  ];
  const from = parts.findIndex(({ count }) => count > 0);
  return (
    <div role="timer" className="flex flex-wrap gap-x-8 gap-y-4">
      <Lookout every={every} call={call} />
      <p className="label-caps w-full">{words.countdown}</p>
      {parts.slice(from === -1 ? parts.length - 1 : from).map(({ unit, count }) => (
        <p key={unit} className="flex flex-col">
          <span className="tabular text-39 font-light tablet:text-[4rem] tablet:leading-none">
            {String(count).padStart(2, '0')}
          </span>
          <span className="text-14 text-soft">{unit}</span>
        </p>
      ))}
    </div>
  );
}
