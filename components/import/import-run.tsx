'use client';

import { useRouter } from 'next/navigation';
import { LinkButton } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ImportAct } from '#lib/imports/import-wire.ts';
import type { ImportRunView } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';
import { ImportEdit } from './import-edit.tsx';
import { ImportReportView } from './import-report-view.tsx';
import { ImportUndone, UndoImport } from './undo-import.tsx';
import { useRun } from './use-run.ts';

const words = messages.bring;

/** One import from its plan to its report, or back. */
export function ImportRun({ first }: { readonly first: ImportRunView }) {
  const router = useRouter();
  const { run, refusal, busy, act } = useRun(first);
  const forget = async (): Promise<void> => {
    await act({ act: 'forget' });
    router.push(addresses.import(first.series?.slug));
  };
  return (
    <>
      {refusal !== null && (
        <div className="mb-6">
          <Problem>{refusal}</Problem>
        </div>
      )}
      {run !== null && <State run={run} busy={busy} onAct={(wish) => void act(wish)} onForget={() => void forget()} />}
    </>
  );
}

interface StateProps {
  readonly run: ImportRunView;
  readonly busy: boolean;
  readonly onAct: (wish: ImportAct) => void;
  readonly onForget: () => void;
}

function State({ run, busy, onAct, onForget }: StateProps) {
  const label = workOf(run);
  if (label !== null) return <AtWork run={run} label={label} empty={run.total === 0} />;
  if (run.plan !== null)
    return (
      <ImportEdit
        plan={run.plan}
        busy={busy}
        onRun={(decisions) => onAct({ act: 'run', decisions: [...decisions] })}
        onBack={onForget}
      />
    );
  return <Over run={run} onUndo={() => onAct({ act: 'undo' })} />;
}

/** What is being done; null when nothing is. */
function workOf({ state, source, total }: ImportRunView): string | null {
  if (state === 'staging' || state === 'reading')
    return source.type === 'git' && total === 0 ? words.cloning : words.readingNow;
  if (state === 'writing') return messages.imports.running;
  return state === 'undoing' ? words.undoing : null;
}

/** An import that is through, in whatever way. */
function Over({ run, onUndo }: { readonly run: ImportRunView; readonly onUndo: () => void }) {
  if (run.state === 'failed') return <Failed run={run} onUndo={onUndo} />;
  if (run.state === 'undone') return <ImportUndone run={run} />;
  if (run.report === null) return null;
  return (
    <ImportReportView
      report={run.report}
      again={addresses.import(run.series?.slug)}
      map={(proxy) => addresses.oldAddressMap(run.id, proxy)}
    >
      <UndoImport until={run.undoUntil} onUndo={onUndo} />
    </ImportReportView>
  );
}

interface AtWorkProps {
  readonly run: ImportRunView;
  readonly label: string;
  /** Whether nothing can be counted yet. */
  readonly empty: boolean;
}

function AtWork({ run: { done, total }, label, empty }: AtWorkProps) {
  return (
    <div className="max-w-[38rem]">
      <Progress label={label} done={done} of={total} count={empty ? label : messages.imports.progress(done, total)} />
      <p className="mt-4 text-14 text-soft">{words.leave}</p>
    </div>
  );
}

function Failed({ run, onUndo }: { readonly run: ImportRunView; readonly onUndo: () => void }) {
  return (
    <div className="flex max-w-[38rem] flex-col items-start gap-6">
      <Problem>{run.problem}</Problem>
      <LinkButton href={addresses.import(run.series?.slug)} tone="main">
        {words.again}
      </LinkButton>
      {run.undoUntil !== null && <UndoImport until={run.undoUntil} onUndo={onUndo} />}
    </div>
  );
}
