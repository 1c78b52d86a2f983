'use client';

import { Ago } from '#components/time/ago.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.people.members;

interface SeenProps {
  /** ISO 8601; null for never. */
  readonly at: string | null;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** When somebody was last here. */
export function Seen({ at, timeZone, madeAt }: SeenProps) {
  return at === null ? words.neverSeen : <Ago at={at} timeZone={timeZone} madeAt={madeAt} say={words.seen} />;
}
