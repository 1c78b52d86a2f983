import { clsx } from 'clsx';
import { messages } from '#lib/messages/en.ts';
import type { TimedCall } from './use-time-plan.ts';

/** How late the call is; nothing before it has started, and while no time is planned. */
export function CallCourse({
  timed: { live, plan },
  className,
}: {
  readonly timed: TimedCall;
  readonly className?: string;
}) {
  if (live === null || plan.over === null) return null;
  return (
    <span className={clsx('tabular whitespace-nowrap', plan.over >= LATE ? 'font-semibold' : 'text-soft', className)}>
      {messages.callTime.course(plan.over)}
    </span>
  );
}

/** Seconds. */
const LATE = 30;
