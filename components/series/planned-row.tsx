import Link from 'next/link';
import { CallTime } from '#components/time/call-time.tsx';
import type { CallSummary } from '#lib/views.ts';

/** A call to come, in a list. */
export function PlannedRow({ call, madeAt }: { readonly call: CallSummary; readonly madeAt: string }) {
  return (
    <li className="border-b border-line">
      <Link
        href={call.addresses.call}
        className="group -mx-3 flex min-h-11 flex-wrap items-baseline justify-between gap-x-6 px-3 py-2.5 hover:bg-well"
      >
        <span className="min-w-0 font-medium [overflow-wrap:anywhere] group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4">
          {call.title}
        </span>
        <span className="text-14">
          <CallTime when={call.when} madeAt={madeAt} distance />
        </span>
      </Link>
    </li>
  );
}
