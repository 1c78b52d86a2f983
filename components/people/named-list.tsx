'use client';

import { useState } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { AskAgain } from '#components/ui/ask-again.tsx';
import { Problem, Select } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { MemberView, NamedView } from '#lib/people/people-views.ts';

const words = messages.people.named;

interface NamedListProps {
  readonly named: readonly NamedView[];
  readonly members: readonly MemberView[];
  readonly claim: (named: string, member: string) => Promise<string | null>;
}

/** People who are only named: what they have here, and who they turned out to be. */
export function NamedList({ named, members, claim }: NamedListProps) {
  const act = useAct();
  const [asking, setAsking] = useState<{ readonly named: NamedView; readonly member: MemberView } | null>(null);
  return (
    <>
      <p className="max-w-[65ch] pt-3 pb-1 text-14 text-soft">{words.hint}</p>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      <ul aria-label={words.title} aria-busy={act.pending}>
        {named.map((person) => (
          <li
            key={person.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span className="flex min-w-0 flex-1 basis-60 items-baseline gap-2">
              <PersonDot hue={person.hue} />
              <span className="min-w-0 text-14">
                <span className="text-16 font-medium [overflow-wrap:anywhere]">{person.name}</span>
                <span className="block text-soft [overflow-wrap:anywhere]">{factsOf(person)}</span>
              </span>
            </span>
            <Select
              aria-label={words.isLabel(person.name)}
              className="!w-44"
              value=""
              disabled={act.pending}
              onChange={(event) => {
                const member = members.find(({ id }) => id === event.target.value);
                if (member !== undefined) setAsking({ named: person, member });
              }}
            >
              <option value="">{words.is}</option>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      {asking !== null && (
        <AskAgain
          title={words.isTitle(asking.named.name, asking.member.name)}
          text={words.isText}
          yes={words.isYes}
          no={messages.people.members.keep}
          onYes={() => act.run(() => claim(asking.named.id, asking.member.id))}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function factsOf({ handle, email, sections, teams }: NamedView): string {
  return [
    ...(handle === null ? [] : [`@${handle}`]),
    ...(email === null ? [] : [email]),
    ...teams,
    ...(sections === 0 ? [] : [words.sections(sections)]),
  ].join(' · ');
}
