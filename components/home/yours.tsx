'use client';

import Link from 'next/link';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { useSectionChange } from '#components/sections/use-section-change.ts';
import { Ago } from '#components/time/ago.tsx';
import { CallTime } from '#components/time/call-time.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { PagePart } from '#components/ui/page.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { YourSection } from '#lib/views.ts';

const words = messages.sections.yours;

interface YoursProps {
  readonly yours: readonly YourSection[];
  readonly change: SectionActions['change'];
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The sections of the calls to come that are the visitor's, each with what to do next. */
export function Yours({ yours, change, madeAt }: YoursProps) {
  if (yours.length === 0) return null;
  return (
    <PagePart title={words.title}>
      <ul>
        {yours.map((section) => (
          <YourRow key={section.id} section={section} change={change} madeAt={madeAt} />
        ))}
      </ul>
    </PagePart>
  );
}

interface YourRowProps extends Omit<YoursProps, 'yours'> {
  readonly section: YourSection;
}

function YourRow({ section, change, madeAt }: YourRowProps) {
  const { title, as, team, status, skipped, call, series, address } = section;
  const changing = useSectionChange({ change }, section.id);
  const nothing = status === 'nothing';
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line py-4" aria-busy={changing.pending}>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex min-w-0 items-baseline gap-2 text-20 font-semibold">
          {team !== null && <TeamMark team={team} />}
          <Link href={address} className="[overflow-wrap:anywhere] underline-offset-4 hover:underline">
            {title}
          </Link>
        </p>
        <p className="text-14 text-soft">
          {words[as]} · {skipped && `${messages.sections.skipped} · `}
          <Link href={call.addresses.call}>{series}</Link>, <CallTime when={call.when} madeAt={madeAt} />
        </p>
        <Changed section={section} madeAt={madeAt} />
        {changing.refusal !== null && <Problem>{changing.refusal}</Problem>}
      </div>
      <StatusMark status={status}>{messages.sections.status[status]}</StatusMark>
      <div className="flex flex-wrap gap-2">
        {!nothing && (
          <LinkButton href={address} tone="main">
            {words.write}
          </LinkButton>
        )}
        <Button
          aria-disabled={changing.pending}
          onClick={() => changing.change({ type: 'status', status: nothing ? 'empty' : 'nothing' })}
        >
          {nothing ? words.something : words.nothing}
        </Button>
      </div>
    </li>
  );
}

function Changed({ section: { changed, call }, madeAt }: { readonly section: YourSection; readonly madeAt: string }) {
  if (changed === null) return null;
  const say = (when: string): string => messages.sections.changed(when, changed.by);
  return (
    <p className="text-14 text-soft">
      <Ago at={changed.at} timeZone={call.when.timeZone} madeAt={madeAt} say={say} />
    </p>
  );
}
