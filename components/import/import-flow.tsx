'use client';

import { Problem } from '#components/ui/field.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { messages } from '#lib/messages/en.ts';
import { ImportChoose } from './import-choose.tsx';
import { ImportEdit } from './import-edit.tsx';
import { ImportReportView } from './import-report-view.tsx';
import type { ImportSeries } from './import-target-fields.tsx';
import { useImport } from './use-import.ts';

const words = messages.imports;

interface ImportFlowProps {
  readonly series: readonly ImportSeries[];
  /** Slug of the series to begin with; empty for a new one. */
  readonly into: string;
  readonly zones: readonly string[];
}

/** Importing, from the files to the report: choose, look and change, bring in. */
export function ImportFlow({ series, into, zones }: ImportFlowProps) {
  const { step, files, refusal, setFiles, refuse, read, run, begin } = useImport();
  return (
    <>
      {refusal !== null && (
        <div className="mb-6">
          <Problem>{refusal}</Problem>
        </div>
      )}
      {(step.at === 'choosing' || step.at === 'reading') && (
        <ImportChoose
          series={series}
          into={into}
          zones={zones}
          files={files}
          onFiles={setFiles}
          reading={step.at === 'reading'}
          onRefuse={refuse}
          onRead={read}
        />
      )}
      {step.at === 'editing' && (
        <ImportEdit
          plan={step.plan}
          onRun={(decisions) => run(step.target, decisions, step)}
          onBack={() => begin(files)}
        />
      )}
      {step.at === 'running' && (
        <div className="max-w-[38rem]">
          <Progress label={words.running} done={step.done} of={step.of} count={words.progress(step.done, step.of)} />
          <p className="mt-4 text-14 text-soft">{words.stay}</p>
        </div>
      )}
      {step.at === 'done' && <ImportReportView report={step.report} onAgain={() => begin([])} />}
    </>
  );
}
