'use client';

import type { ReactNode } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { Problem, Select } from '#components/ui/field.tsx';
import { useAct, type Act } from '#components/ui/use-act.ts';
import { seriesRoleSchema } from '#lib/access.ts';
import { messages } from '#lib/messages/en.ts';
import type { MemberView, SeriesPeopleView } from '#lib/people/people-views.ts';
import { MemberMenu } from './member-menu.tsx';
import type { PeopleActions } from './people-actions.ts';
import { Seen } from './seen.tsx';

const words = messages.people.members;

interface MembersListProps {
  readonly view: SeriesPeopleView;
  readonly actions: PeopleActions;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The members, hosts first: role, when they were last here, and for hosts what can be changed. */
export function MembersList({ view, actions, madeAt }: MembersListProps) {
  // Two, because what is confirmed in a dialog must not be lost while a role that was chosen before it is still on its way.
  const roles = useAct();
  const asked = useAct();
  const refusal = asked.refusal ?? roles.refusal;
  if (view.members.length === 0) return <p className="py-3 text-14 text-soft">{words.none}</p>;
  return (
    <div aria-busy={roles.pending || asked.pending}>
      {refusal !== null && (
        <div className="pt-3">
          <Problem>{refusal}</Problem>
        </div>
      )}
      <ul aria-label={words.title}>
        {view.members.map((member) => (
          <MemberRow key={member.id} member={member} manage={view.may.manage} acts={{ roles, asked }} actions={actions}>
            <Seen at={member.lastSeenAt} timeZone={view.series.timeZone} madeAt={madeAt} />
          </MemberRow>
        ))}
      </ul>
    </div>
  );
}

interface MemberRowProps {
  readonly member: MemberView;
  readonly manage: boolean;
  readonly acts: { readonly roles: Act; readonly asked: Act };
  readonly actions: PeopleActions;
  /** When they were last here. */
  readonly children: ReactNode;
}

function MemberRow({ member, manage, acts: { roles, asked }, actions, children }: MemberRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
      <span className="flex min-w-0 flex-1 basis-60 items-baseline gap-2">
        <PersonDot hue={member.hue} />
        <span className="min-w-0">
          <span className="text-16 font-medium [overflow-wrap:anywhere]">{member.name}</span>
          {member.you && <span className="ml-1.5 text-14 text-soft">({words.you})</span>}
          <span className="block text-14 text-soft [overflow-wrap:anywhere]">
            <Reach member={member} />
          </span>
        </span>
      </span>
      <span className="tabular w-36 text-14 text-soft max-tablet:order-last max-tablet:w-full">{children}</span>
      {manage ? (
        <Select
          aria-label={words.role(member.name)}
          className="!w-28"
          value={member.role}
          disabled={roles.pending}
          onChange={(event) => {
            const role = event.target.value;
            roles.run(() => actions.changeRole(member.id, role));
          }}
        >
          {seriesRoleSchema.options.map((role) => (
            <option key={role} value={role}>
              {messages.people.role[role]}
            </option>
          ))}
        </Select>
      ) : (
        <span className="text-14">{messages.people.role[member.role]}</span>
      )}
      {(manage || member.you) && <MemberMenu member={member} manage={manage} act={asked} actions={actions} />}
    </li>
  );
}

function Reach({ member: { handle, email } }: { readonly member: MemberView }) {
  return [handle === null ? null : `@${handle}`, email].filter((part) => part !== null).join(' · ');
}
