'use client';

import { useState, useTransition, type ReactNode } from 'react';
import { ClockTime } from '#components/time/call-time.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { CallMay } from '#lib/views.ts';
import type { CallActions } from './call-actions.ts';

const words = messages.call;

interface CallControlsProps {
  readonly may: Pick<CallMay, 'start' | 'end' | 'resume'>;
  readonly actions: CallActions;
  /** Until when the call can be resumed: an instant (ISO 8601) and the series' zone. */
  readonly resumable?: { readonly until: string; readonly timeZone: string };
}

/** Start, end and resume, for who may. Two hosts pressing at once are one act: the second sees the first one's result. */
export function CallControls({ may, actions, resumable }: CallControlsProps) {
  const [pending, begin] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = (act: () => Promise<string | null>) => begin(async () => setRefusal(await act()));
  if (!may.start && !may.end && !may.resume) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      {may.start && (
        <ActButton pending={pending} onPress={() => run(actions.start)}>
          {words.start}
        </ActButton>
      )}
      {may.end && <EndButton pending={pending} onEnd={() => run(actions.end)} />}
      {may.resume && (
        <ActButton pending={pending} onPress={() => run(actions.resume)}>
          {words.resume}
          {resumable !== undefined && (
            <span className="font-normal text-soft">
              <ClockTime at={resumable.until} timeZone={resumable.timeZone} say={words.resumeUntil} />
            </span>
          )}
        </ActButton>
      )}
      {refusal !== null && <Problem>{refusal}</Problem>}
    </div>
  );
}

interface ActButtonProps {
  readonly pending: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function ActButton({ pending, onPress, children }: ActButtonProps) {
  return (
    <Button aria-disabled={pending} onClick={() => !pending && onPress()}>
      {pending ? messages.frame.working : children}
    </Button>
  );
}

function EndButton({ pending, onEnd }: { readonly pending: boolean; readonly onEnd: () => void }) {
  return (
    <Confirm
      title={words.endTitle}
      text={words.endText}
      yes={words.endYes}
      no={words.endNo}
      tone="live"
      onYes={onEnd}
      trigger={
        <Button tone="live" aria-disabled={pending}>
          {pending ? messages.frame.working : words.end}
        </Button>
      }
    />
  );
}
