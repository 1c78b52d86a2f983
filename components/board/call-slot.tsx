'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { SlotDialog } from '#components/call/slot-dialog.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.callTime.slot;

interface CallSlotProps {
  /** Seconds that the sections are planned to take. */
  readonly planned: number;
  /** Seconds that the call may take; null where nobody said so. */
  readonly slot: number | null;
  /** Says how long it may take; null for who may not. */
  readonly change: ((seconds: number | null) => Promise<string | null>) | null;
}

/** How much of the call's time is planned. Hosts press it to say how long the call may take; nothing is asked before a time is planned. */
export function CallSlot({ planned, slot, change }: CallSlotProps) {
  const act = useAct();
  const [asked, setAsked] = useState(false);
  const said = saidOf(planned, slot);
  if (said === null) return null;
  const full = slot !== null && planned > slot;
  return (
    <>
      <span aria-hidden="true">·</span>
      {change === null ? (
        <span className={clsx(full && FULL)}>{said}</span>
      ) : (
        <button
          type="button"
          title={words.title}
          aria-busy={act.pending}
          onClick={() => setAsked(true)}
          className={clsx(
            '-mx-1 min-h-11 rounded-6 px-1 underline decoration-edge decoration-dotted underline-offset-4 hover:bg-well hover:text-ink desk:min-h-7',
            full && FULL,
          )}
        >
          {said}
        </button>
      )}
      {act.refusal !== null && <span className="font-semibold text-ink">{act.refusal}</span>}
      {asked && change !== null && (
        <SlotDialog slot={slot} onKeep={(seconds) => act.run(() => change(seconds))} onClose={() => setAsked(false)} />
      )}
    </>
  );
}

/** More is planned than there is time. */
const FULL = 'font-semibold text-ink';

function saidOf(planned: number, slot: number | null): string | null {
  if (slot === null) return planned > 0 ? words.none(planned) : null;
  return planned > 0 ? words.of(planned, slot) : words.only(slot);
}
