'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Progress } from '#components/ui/progress.tsx';
import type { ForeignPicture } from '#lib/assets/foreign-pictures.ts';
import { messages } from '#lib/messages/en.ts';
import type { PicturesActions } from './pictures-actions.ts';
import { useKeeping, type Keeping, type Run } from './use-keeping.ts';

const words = messages.pictures.foreign;

interface ForeignListProps {
  /** Pictures that open decks name on other servers, of which no copy is kept. */
  readonly foreign: readonly ForeignPicture[];
  readonly keep: PicturesActions['keepCopy'];
}

/** Pictures that may vanish any day, because they lie on other servers: each, or all, can be copied. */
export function ForeignList({ foreign, keep }: ForeignListProps) {
  const { states, run, result, start, stop } = useKeeping(keep);
  const said = useRef<HTMLParagraphElement>(null);
  const keepThese = (addresses: readonly string[]): void => {
    if (run !== null) return;
    // What was pressed leaves the list with the picture.
    said.current?.focus();
    void start(addresses);
  };
  return (
    <div className="mt-6">
      <h3 className="text-16 font-semibold">{foreign.length === 0 ? words.none : words.without(foreign.length)}</h3>
      <p ref={said} tabIndex={-1} role="status" className="mt-1 text-14 text-soft outline-none">
        {run === null ? result : ''}
      </p>
      {foreign.length > 0 && (
        <Together
          run={run}
          count={foreign.length}
          start={() => keepThese(foreign.map(({ address }) => address))}
          stop={stop}
        />
      )}
      <ul aria-label={words.list} className="mt-2">
        {foreign.map((picture) => (
          <ForeignRow
            key={picture.address}
            picture={picture}
            state={states.get(picture.address) ?? null}
            busy={run !== null}
            keep={() => keepThese([picture.address])}
          />
        ))}
      </ul>
    </div>
  );
}

interface TogetherProps {
  readonly run: Run | null;
  readonly count: number;
  readonly start: () => void;
  readonly stop: () => void;
}

function Together({ run, count, start, stop }: TogetherProps) {
  if (run === null)
    return (
      <Button className="mt-2" onClick={start}>
        {words.keepAll(count)}
      </Button>
    );
  return (
    <div className="mt-2 flex max-w-[36rem] flex-wrap items-start gap-4">
      <div className="min-w-0 flex-1 basis-48">
        <Progress label={words.progress} done={run.done} of={run.of} count={words.done(run.done, run.of)} />
      </div>
      <Button onClick={stop}>{words.stop}</Button>
    </div>
  );
}

interface ForeignRowProps {
  readonly picture: ForeignPicture;
  readonly state: Keeping | null;
  readonly busy: boolean;
  readonly keep: () => void;
}

function ForeignRow({ picture: { address, decks }, state, busy, keep }: ForeignRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-72 text-14">
        <p className="font-mono text-12 [overflow-wrap:anywhere]">{address}</p>
        <p className="text-soft">
          {words.inDecks}{' '}
          {decks.map(({ id, title, path }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={path} prefetch={false} className="underline-offset-4 hover:underline">
                {title ?? words.template}
              </Link>
            </span>
          ))}
        </p>
        {state?.type === 'failed' && <p className="mt-1 font-semibold">{state.why}</p>}
      </div>
      <Outcome address={address} state={state} busy={busy} keep={keep} />
    </li>
  );
}

function Outcome({ address, state, busy, keep }: Omit<ForeignRowProps, 'picture'> & { readonly address: string }) {
  if (state?.type === 'keeping') return <span className="text-14 text-soft">{words.keeping}</span>;
  if (state?.type === 'kept') return <span className="text-14 text-soft">{words.kept}</span>;
  return (
    <Button aria-label={words.keepOf(address)} aria-disabled={busy} onClick={keep}>
      {words.keep}
    </Button>
  );
}
