import { CopyButton } from '#components/ui/copy-button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { MadeInvitation } from '#lib/people/people-views.ts';
import type { MadeInvitations } from './people-actions.ts';

const words = messages.people.invite;

interface FreshInvitationsProps {
  readonly fresh: MadeInvitations;
  readonly site: string;
}

/** Invitations just made: nobody can look their links up later. */
export function FreshInvitations({ fresh: { made, mailed }, site }: FreshInvitationsProps) {
  const all = made.map(({ name, path }) => `${name}\t${site}${path}`).join('\n');
  return (
    <div role="status" className="flex flex-col gap-2 border-l-2 border-ink bg-well px-4 py-3">
      <p className="text-14">{words.made(made.length)}</p>
      <ul className="max-h-80 overflow-y-auto">
        {made.map((one) => (
          <li key={one.id} className="border-b border-line py-2 text-14 last:border-b-0">
            <span className="font-medium [overflow-wrap:anywhere]">{one.name}</span> <Sent one={one} mailed={mailed} />
            <span className="block font-mono text-12 select-all [overflow-wrap:anywhere]">
              {site}
              {one.path}
            </span>
          </li>
        ))}
      </ul>
      <div>
        {made.length === 1 ? (
          <CopyButton text={`${site}${made[0]?.path ?? ''}`} label={words.copy(made[0]?.name ?? '')} />
        ) : (
          <CopyButton text={all} label={words.copyAll} />
        )}
      </div>
    </div>
  );
}

/** Whether a mail went out, where one was asked for. */
function Sent({ one, mailed }: { readonly one: MadeInvitation; readonly mailed: readonly string[] }) {
  if (one.email === null || mailed.length === 0) return null;
  return <span className="text-soft">{mailed.includes(one.id) ? words.mailed : words.notMailed}</span>;
}
