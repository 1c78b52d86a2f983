'use client';

import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { Ago } from '#components/time/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { MirrorView } from '#lib/mirror/mirror-view.ts';

import type { MirrorActions } from './mirror-actions.ts';

const words = messages.mirror.state;
const SHORT = 10;
const LOOK_EVERY_MS = 3_000;

interface MirrorStateProps {
  readonly mirror: MirrorView;
  readonly actions: MirrorActions;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** How a mirror is, why it is not as it should be, and what can be done. */
export function MirrorState({ mirror, actions, timeZone, madeAt }: MirrorStateProps) {
  const { problem, repository, branch, mirrored, commit, doneAt, tryAfter } = mirror;
  useLookingAgain(mirror.condition === 'waiting');
  return (
    <div className="flex flex-col gap-4 pt-3">
      {problem !== null && <Problem>{problem}</Problem>}
      <dl className="flex flex-col divide-y divide-line text-14">
        <Line title={words.what}>
          <span className="font-semibold">{saidOf(mirror)}</span>
        </Line>
        <Line title={words.repository}>
          <span className="font-mono text-12 [overflow-wrap:anywhere]">{repository}</span>
        </Line>
        <Line title={words.branch}>
          <span className="font-mono text-12">{branch}</span>
        </Line>
        <Line title={words.records}>
          <span className="tabular">{mirrored}</span>
        </Line>
        <Line title={words.commit}>
          {commit === null ? (
            words.never
          ) : (
            <>
              <span className="font-mono text-12">{commit.slice(0, SHORT)}</span>
              {doneAt !== null && (
                <span className="ml-3 text-soft">
                  <Ago at={doneAt} timeZone={timeZone} madeAt={madeAt} />
                </span>
              )}
            </>
          )}
        </Line>
        {tryAfter !== null && (
          <Line title={words.next}>
            <Ago at={tryAfter} timeZone={timeZone} madeAt={madeAt} />
          </Line>
        )}
      </dl>
      <Presses mirror={mirror} actions={actions} />
    </div>
  );
}

/** What is being brought there changes by itself: looks again until it has. */
function useLookingAgain(waits: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!waits) return;
    const looking = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [waits, router]);
}

function saidOf({ condition, waiting }: MirrorView): string {
  const wait = waiting === 0 ? '' : ` · ${words.waiting(waiting)}`;
  switch (condition) {
    case 'off':
      return words.off + wait;
    case 'diverged':
      return words.stopped + wait;
    case 'failing':
      return words.failing + wait;
    case 'waiting':
      return words.waiting(waiting);
    case 'up-to-date':
      return words.upToDate;
  }
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-0.5 py-2">
      <dt className="w-32 shrink-0 text-soft">{title}</dt>
      <dd className="min-w-0 flex-1 basis-60">{children}</dd>
    </div>
  );
}

function Presses({ mirror: { condition }, actions }: Pick<MirrorStateProps, 'mirror' | 'actions'>) {
  const { pending, refusal, run } = useAct();
  const router = useRouter();
  const press = (act: () => Promise<string | null>) => () => run(act, () => router.refresh());
  const tries = condition === 'failing' || condition === 'waiting';
  return (
    <div className="flex flex-col gap-2">
      {refusal !== null && <Problem>{refusal}</Problem>}
      <div className="flex flex-wrap gap-2">
        {tries && (
          <Button disabled={pending} onClick={press(actions.tryAgain)}>
            {words.tryAgain}
          </Button>
        )}
        {condition === 'diverged' && (
          <Confirm
            trigger={<Button disabled={pending}>{words.goOn}</Button>}
            title={words.goOnTitle}
            text={words.goOnText}
            yes={words.goOn}
            no={words.notNow}
            onYes={press(actions.goOn)}
          />
        )}
        {condition === 'off' ? (
          <Button disabled={pending} onClick={press(actions.turnOn)}>
            {words.turnOn}
          </Button>
        ) : (
          <Confirm
            trigger={<Button disabled={pending}>{words.turnOff}</Button>}
            title={words.turnOffTitle}
            text={words.turnOffText}
            yes={words.turnOff}
            no={words.keep}
            onYes={press(actions.turnOff)}
          />
        )}
      </div>
    </div>
  );
}
