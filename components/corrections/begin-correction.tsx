'use client';

import Link from 'next/link';
import { DueTime } from '#components/time/due-time.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { BeginCorrectionView } from '#lib/corrections/correction-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { BeginCorrection as Begin } from './correction-actions.ts';

const words = messages.corrections;

interface BeginCorrectionProps {
  readonly view: BeginCorrectionView;
  readonly action: Begin;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What a correction is, when it is published, and the button that begins it. */
export function BeginCorrection({ view, action, madeAt }: BeginCorrectionProps) {
  const { call, dueAt, withdrawn, series } = view;
  return (
    <>
      <p className="max-w-[60ch] text-16">
        {words.begin.lead}{' '}
        {dueAt === null ? (
          words.begin.host
        ) : (
          <DueTime at={dueAt} timeZone={series.timeZone} madeAt={madeAt} say={words.begin.due} />
        )}
      </p>
      {withdrawn !== null && <Withdrawn withdrawn={withdrawn} />}
      <ActionForm action={action} className="mt-6 flex flex-col gap-4">
        {(_state, pending) => (
          <div className="flex flex-wrap items-center gap-2">
            <SubmitButton pending={pending}>{withdrawn === null ? words.begin.submit : words.begin.again}</SubmitButton>
            <LinkButton tone="bare" href={call.addresses.call}>
              {words.begin.back}
            </LinkButton>
          </div>
        )}
      </ActionForm>
    </>
  );
}

function Withdrawn({ withdrawn }: { readonly withdrawn: NonNullable<BeginCorrectionView['withdrawn']> }) {
  const why = whySentence(withdrawn.why);
  return (
    <p className="mt-4 max-w-[60ch] text-16 text-soft">
      {words.begin.withdrawn} {why}{' '}
      <Link href={withdrawn.address} prefetch={false} className="link-text">
        {words.begin.seeText}
      </Link>
    </p>
  );
}

/** Why a correction became part of no edition, where that was not somebody's wish. */
export function whySentence(why: string | null): string | null {
  return why === 'same' || why === 'empty' || why === 'runs-over' ? words.why[why] : null;
}
