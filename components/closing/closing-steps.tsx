'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { ProgressBar } from '#components/ui/progress.tsx';
import type { ClosingProgress } from '#lib/closing/closing-views.ts';
import { messages } from '#lib/messages/en.ts';
import { useClosing } from './use-closing.ts';

const words = messages.closing;

const STEPS = ['saves', 'revision', 'pictures', 'edition', 'seal'] as const;
type Step = (typeof STEPS)[number];
type StepState = keyof typeof words.states;

/** How far the end of a call has come, step by step, until there is a record to show. */
export function ClosingSteps({ callId, progress }: { readonly callId: string; readonly progress: ClosingProgress }) {
  const now = useClosing(callId, progress);
  const at = STEPS.findIndex((step) => step === now.step);
  return (
    <div className="max-w-[40rem]">
      <p className="py-4 text-16 text-soft">{words.lead}</p>
      <ol className="border-t border-line">
        {STEPS.map((step, index) => (
          <StepLine key={step} step={step} state={stateOf(index, at)} now={now} />
        ))}
      </ol>
      <p role="status" className="min-h-12 pt-4 text-14 text-soft">
        {now.stuck ? words.stuck : `${words.steps[STEPS[at] ?? 'seal']}, ${words.states.now}`}
      </p>
    </div>
  );
}

function stateOf(index: number, at: number): StepState {
  if (index === at) return 'now';
  return index < at || at === -1 ? 'done' : 'later';
}

interface StepLineProps {
  readonly step: Step;
  readonly state: StepState;
  readonly now: ClosingProgress;
}

function StepLine({ step, state, now }: StepLineProps) {
  return (
    <li
      aria-current={state === 'now' ? 'step' : undefined}
      className={clsx(
        'flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2 text-16',
        state === 'later' && 'text-soft',
        state === 'now' && 'font-semibold',
      )}
    >
      <span className="flex size-4 items-center justify-center" aria-hidden="true">
        {state === 'done' && <Check className="size-4" />}
        {state === 'now' && <span className="size-2 bg-accent" />}
      </span>
      <span className="flex-1">{words.steps[step]}</span>
      {step === 'pictures' && state !== 'later' && <Pictures pictures={now.pictures} busy={state === 'now'} />}
      <span className="sr-only">{words.states[state]}</span>
    </li>
  );
}

function Pictures({ pictures, busy }: { readonly pictures: ClosingProgress['pictures']; readonly busy: boolean }) {
  const { done, of, missing } = pictures;
  if (of === null || of === 0) return null;
  return (
    <>
      <span className="tabular text-14 font-normal text-soft">{words.picturesOf(done, of)}</span>
      {busy && <ProgressBar label={words.steps.pictures} done={done} of={of} className="basis-full" />}
      {missing > 0 && (
        <span className="basis-full text-14 font-normal text-soft">{words.picturesMissing(missing)}</span>
      )}
    </>
  );
}
