import { TeamMark } from '#components/sections/team-mark.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { OutlineFacts } from './outline-rows.ts';

const words = messages.sections;

/** What is known of a section beside its text, in a line under its name. */
export function SectionFacts({ facts }: { readonly facts: OutlineFacts | null }) {
  if (facts === null) return null;
  const { team, reporter, status, leftOut } = facts;
  if (team === null && reporter === null && status === null && !leftOut) return null;
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-2.5 pr-3 pb-1 pl-11 text-12 text-soft [&_span]:text-12">
      {team !== null && <TeamMark team={team} />}
      {status !== null && <StatusMark status={status}>{words.status[status]}</StatusMark>}
      {reporter !== null && <span className="min-w-0 truncate">{reporter}</span>}
      {leftOut && <span className="font-semibold">{words.notOnStage}</span>}
    </p>
  );
}
