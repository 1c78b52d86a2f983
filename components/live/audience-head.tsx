'use client';

import { useNow, useOwnZone } from '#components/time/clock.ts';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { sayTime } from '#lib/dates/say-when.ts';
import type { PartPlace } from '#lib/live/audience-outline.ts';
import { messages } from '#lib/messages/en.ts';

interface AudienceHeadProps {
  readonly title: string;
  readonly here: PartPlace | null;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The head on an upright phone: which call, that it is live, what time it is; and whose part this is. */
export function AudienceHead({ title, here, timeZone, madeAt }: AudienceHeadProps) {
  const now = useNow(madeAt);
  const zone = useOwnZone(timeZone);
  return (
    <header className="hidden shrink-0 border-b border-line px-4 py-1.5 text-14 upright:block">
      <div className="flex items-center gap-3">
        <h1 className="min-w-0 truncate font-semibold">{title}</h1>
        <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
        <time className="tabular ml-auto text-soft">{sayTime(now, zone)}</time>
      </div>
      <PartLine here={here} call={title} />
    </header>
  );
}

interface PartLineProps {
  readonly here: PartPlace | null;
  /** Stands beside it already. */
  readonly call: string;
}

/** "Team Ops · 4 of 11 · Eli": the section, its place, and who reports. */
export function PartLine({ here, call }: PartLineProps) {
  if (here === null) return null;
  const { part, number, of } = here;
  const parts = [messages.audience.part(number, of), ...(part.reporter === null ? [] : [part.reporter])];
  if (part.title === call) return <p className="tabular truncate text-soft">{messages.audience.opening(number, of)}</p>;
  return (
    <p className="flex min-w-0 gap-x-1 text-soft">
      <span className="truncate text-ink">{part.title}</span>
      <span className="tabular shrink-0 truncate">{`· ${parts.join(' · ')}`}</span>
    </p>
  );
}
