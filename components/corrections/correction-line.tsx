'use client';

import { PenLine } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DueTime } from '#components/time/due-time.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useAct, type Act } from '#components/ui/use-act.ts';
import type { CorrectionView } from '#lib/corrections/correction-views.ts';
import { messages } from '#lib/messages/en.ts';
import { whySentence } from './begin-correction.tsx';
import type { CorrectionActions } from './correction-actions.ts';

const words = messages.corrections.line;

interface CorrectionLineProps {
  readonly correction: CorrectionView;
  readonly actions: CorrectionActions;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** One line above the text of a correction: what it is, when it is published, and what can be done with it. */
export function CorrectionLine({ correction, actions, timeZone, madeAt }: CorrectionLineProps) {
  const { may, record } = correction;
  const router = useRouter();
  const act = useAct();
  const done = (): void => router.push(record);
  const [lost, setLost] = useState<readonly string[]>([]);
  const publish = (certain: boolean): void => {
    let losing = false;
    const ask = async (): Promise<string | null> => {
      const answer = await actions.publish(certain);
      losing = answer.lost.length > 0;
      setLost(answer.lost);
      return answer.refusal;
    };
    act.run(ask, () => !losing && done());
  };
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-well px-4 py-1.5 text-14"
    >
      <PenLine className="size-4 shrink-0" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-64">
        {act.refusal ?? <Sentence correction={correction} timeZone={timeZone} madeAt={madeAt} />}
      </p>
      {correction.state !== 'open' && (
        <Link href={correction.edition?.address ?? record} className="link-text">
          {words.openRecord}
        </Link>
      )}
      {may.withdraw && <Withdraw act={act} onWithdraw={() => act.run(actions.withdraw, done)} />}
      {may.publish && (
        <Button tone="main" aria-disabled={act.pending} onClick={() => publish(false)}>
          {words.publish}
        </Button>
      )}
      {lost.length > 0 && <Losing slides={lost} onYes={() => publish(true)} onNo={() => setLost([])} />}
    </div>
  );
}

interface LosingProps {
  readonly slides: readonly string[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more where slides of the record are gone by it. */
function Losing({ slides, onYes, onNo }: LosingProps) {
  return (
    <Dialog title={words.publishTitle} onClose={onNo}>
      <p className="text-16 text-soft [overflow-wrap:anywhere]">{words.publishText(slides.join(', '))}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onNo}>{words.keep}</Button>
        <Button tone="main" onClick={onYes}>
          {words.publishYes}
        </Button>
      </div>
    </Dialog>
  );
}

function Sentence({ correction, timeZone, madeAt }: Omit<CorrectionLineProps, 'actions'>) {
  const { title, state, why, dueAt, edition } = correction;
  if (state === 'published' && edition !== null) return words.published(edition.number);
  if (state !== 'open') return `${words.withdrawn} ${whySentence(why) ?? ''}`;
  if (dueAt === null) return words.host(title);
  return <DueTime at={dueAt} timeZone={timeZone} madeAt={madeAt} say={(time) => words.due(title, time)} />;
}

function Withdraw({ act, onWithdraw }: { readonly act: Act; readonly onWithdraw: () => void }) {
  return (
    <Confirm
      title={words.withdrawTitle}
      text={words.withdrawText}
      yes={words.withdraw}
      no={words.keep}
      onYes={onWithdraw}
      trigger={<Button aria-disabled={act.pending}>{words.withdraw}</Button>}
    />
  );
}
