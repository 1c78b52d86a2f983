'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { ImportDecision, ImportPlan, ImportReport } from '#lib/imports/import-plan.ts';
import type { ImportAnswer, ImportTarget } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { isText, isTooMuch } from './chosen-files.ts';
import { sendImport, type ChosenFile } from './import-client.ts';
import { ImportDrop } from './import-drop.tsx';
import { ImportEdit } from './import-edit.tsx';
import { ImportReportView } from './import-report-view.tsx';
import { ImportTargetFields, type ImportSeries } from './import-target-fields.tsx';

const words = messages.imports;

/** Where an import stands. Each step has only what it needs. */
type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading' }
  | { readonly at: 'editing'; readonly target: ImportTarget; readonly plan: ImportPlan }
  | { readonly at: 'running'; readonly done: number; readonly of: number }
  | { readonly at: 'done'; readonly report: ImportReport };

interface ImportFlowProps {
  readonly series: readonly ImportSeries[];
  readonly zones: readonly string[];
}

/** Importing, from the files to the report: choose, look and change, bring in. */
export function ImportFlow({ series, zones }: ImportFlowProps) {
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (target: ImportTarget, decisions: readonly ImportDecision[] | null, back: Step) => {
    setRefusal(null);
    try {
      await sendImport(files, { target, decisions }, (answer) => setStep(stepAfter(answer, target, back, setRefusal)));
    } catch {
      setRefusal(words.failed);
      setStep(back);
    }
  };
  const read = (target: ImportTarget) => {
    setStep({ at: 'reading' });
    void send(target, null, { at: 'choosing' });
  };
  const run = (target: ImportTarget, decisions: readonly ImportDecision[], back: Step) => {
    setStep({ at: 'running', done: 0, of: decisions.length });
    void send(target, decisions, back);
  };
  return (
    <>
      {refusal !== null && (
        <div className="mb-6">
          <Problem>{refusal}</Problem>
        </div>
      )}
      {(step.at === 'choosing' || step.at === 'reading') && (
        <Choose series={series} zones={zones} files={files} onFiles={setFiles} reading={step.at === 'reading'} onRefuse={setRefusal} onRead={read} />
      )}
      {step.at === 'editing' && <ImportEdit plan={step.plan} onRun={(decisions) => run(step.target, decisions, step)} onBack={() => setStep({ at: 'choosing' })} />}
      {step.at === 'running' && (
        <div className="max-w-[38rem]">
          <Progress label={words.running} done={step.done} of={step.of} count={words.progress(step.done, step.of)} />
          <p className="mt-4 text-14 text-soft">{words.stay}</p>
        </div>
      )}
      {step.at === 'done' && (
        <ImportReportView
          report={step.report}
          onAgain={() => {
            setFiles([]);
            setStep({ at: 'choosing' });
          }}
        />
      )}
    </>
  );
}

function stepAfter(answer: ImportAnswer, target: ImportTarget, back: Step, refuse: (message: string) => void): Step {
  switch (answer.type) {
    case 'progress':
      return { at: 'running', done: answer.done, of: answer.of };
    case 'plan':
      return { at: 'editing', target, plan: answer.plan };
    case 'report':
      return { at: 'done', report: answer.report };
    case 'refused':
      refuse(answer.message);
      return back;
  }
}

interface ChooseProps extends ImportFlowProps {
  readonly files: readonly ChosenFile[];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly reading: boolean;
  readonly onRefuse: (sentence: string | null) => void;
  readonly onRead: (target: ImportTarget) => void;
}

function Choose({ series, zones, files, onFiles, reading, onRefuse, onRead }: ChooseProps) {
  const [slug, setSlug] = useState(series[0]?.slug ?? '');
  const [nameProblem, setNameProblem] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = targetOf(slug, new FormData(event.currentTarget));
    const nameless = target.type === 'new' && target.name.trim() === '';
    setNameProblem(nameless ? words.seriesMissing : undefined);
    const refusal = refusalOf(files);
    onRefuse(refusal);
    if (!nameless && refusal === null) onRead(target);
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-[44rem] flex-col gap-6">
      <ImportDrop files={files} onChoose={onFiles} />
      <ImportTargetFields series={series} chosen={slug} onChoose={setSlug} zones={zones} nameProblem={nameProblem} />
      <div>{reading ? <Button aria-disabled>{words.reading}</Button> : <SubmitButton pending={false}>{words.read}</SubmitButton>}</div>
    </form>
  );
}

function refusalOf(files: readonly ChosenFile[]): string | null {
  if (!files.some(({ name }) => isText(name))) return words.noDecks;
  return isTooMuch(files) ? words.tooMuch : null;
}

function targetOf(slug: string, fields: FormData): ImportTarget {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (slug !== '') return { type: 'series', slug };
  return { type: 'new', name: text('name'), timeZone: text('timeZone'), readDecks: text('readDecks'), readLive: text('readLive'), readRecords: text('readRecords') };
}
