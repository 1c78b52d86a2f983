'use client';

import Link from 'next/link';
import { DueTime } from '#components/time/due-time.tsx';
import type { CorrectionsView } from '#lib/corrections/correction-views.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.corrections;

interface WaitingProps {
  readonly corrections: CorrectionsView;
  readonly timeZone: string;
  readonly madeAt: string;
}

/** One line for who may correct; the way to it is at each section. */
export function CorrectionsWaiting(props: WaitingProps) {
  const { closesAt, waiting, sections } = props.corrections;
  if (closesAt === null && waiting === 0) return null;
  const [only] = sections;
  return (
    <p className="mb-6 flex flex-wrap items-baseline gap-x-3 text-14 text-soft print:hidden">
      <WaitingWords {...props} />
      {only !== undefined && sections.length === 1 && (
        <Link
          href={only.address}
          prefetch={false}
          className="link-text inline-flex min-h-11 items-center tablet:min-h-7"
        >
          {(only.open ? words.goOnLong : words.correctLong)(only.title)}
        </Link>
      )}
    </p>
  );
}

function WaitingWords({ corrections: { closesAt, waiting }, timeZone, madeAt }: WaitingProps) {
  if (closesAt === null) return words.underWay(waiting);
  const say = waiting === 0 ? words.until : (time: string) => words.waiting(waiting, time);
  return <DueTime at={closesAt} timeZone={timeZone} madeAt={madeAt} say={say} />;
}
