'use client';

import { useState, useTransition, type ReactNode } from 'react';
import { Ago } from '#components/time/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.account.sessions;

/** One browser that somebody is signed in with. Instants are ISO texts. */
export interface ShownSession {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly address: string;
  readonly lastUsedAt: string;
  readonly current: boolean;
}

interface SessionsListProps {
  readonly sessions: readonly ShownSession[];
  /** Ends one; answers null, or why not. */
  readonly end: (id: string) => Promise<string | null>;
  readonly endOthers: () => Promise<string | null>;
  /** Of whoever looks, until the browser says its own. */
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** Where one is signed in, and the way out of each. */
export function SessionsList({ sessions, end, endOthers, timeZone, madeAt }: SessionsListProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, begin] = useTransition();
  const run = (act: () => Promise<string | null>) => begin(async () => setRefusal(await act()));
  return (
    <div className="flex flex-col gap-4">
      {refusal !== null && <Problem>{refusal}</Problem>}
      <ul>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            lastUsed={<Ago at={session.lastUsedAt} timeZone={timeZone} madeAt={madeAt} />}
            busy={busy}
            onEnd={() => run(() => end(session.id))}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Confirm
            trigger={<Button aria-disabled={busy}>{words.endOthers}</Button>}
            title={words.endOthers}
            text={words.endOthersText}
            yes={words.endOthers}
            no={words.keep}
            onYes={() => run(endOthers)}
          />
        </div>
      )}
    </div>
  );
}

function SessionRow({
  session,
  lastUsed,
  busy,
  onEnd,
}: {
  readonly session: ShownSession;
  readonly lastUsed: ReactNode;
  readonly busy: boolean;
  readonly onEnd: () => void;
}) {
  const device = words.device(session.browser, session.system);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-3">
      <div className="min-w-0">
        <p className="text-16">{device}</p>
        <p className="text-14 text-soft">
          {session.current ? (
            words.current
          ) : (
            <>
              {words.lastUsed} {lastUsed}
            </>
          )}
          {session.address !== '' && ` · ${words.from(session.address)}`}
        </p>
      </div>
      {!session.current && (
        <Button tone="bare" aria-disabled={busy} aria-label={words.endOf(device)} onClick={() => busy || onEnd()}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
