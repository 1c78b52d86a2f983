'use client';

import { ClockTime } from '#components/time/call-time.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.call.record;

interface EditionLineProps {
  readonly number: number;
  readonly sealed: boolean;
  /** When it is sealed unless the call is resumed before, ISO 8601. */
  readonly sealsAt: string;
  readonly timeZone: string;
}

/** Which edition this is, and whether it can still change. */
export function EditionLine({ number, sealed, sealsAt, timeZone }: EditionLineProps) {
  return (
    <p>
      {words.edition(number)}
      {' · '}
      {sealed ? words.sealed : <ClockTime at={sealsAt} timeZone={timeZone} say={words.sealsAt} />}
    </p>
  );
}
