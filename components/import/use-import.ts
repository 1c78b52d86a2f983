'use client';

import { useState } from 'react';
import type { ImportDecision, ImportPlan, ImportReport } from '#lib/imports/import-plan.ts';
import type { ImportAnswer, ImportTarget } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { sendImport, type ChosenFile } from './import-client.ts';

/** Where an import stands. Each step has only what it needs. */
export type ImportStep =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading' }
  | { readonly at: 'editing'; readonly target: ImportTarget; readonly plan: ImportPlan }
  | { readonly at: 'running'; readonly done: number; readonly of: number }
  | { readonly at: 'done'; readonly report: ImportReport };

/** An import in the hands of a person: its files, its step, why the last step was refused, and what can be done. */
export function useImport() {
  const [step, setStep] = useState<ImportStep>({ at: 'choosing' });
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (target: ImportTarget, decisions: readonly ImportDecision[] | null, back: ImportStep) => {
    setRefusal(null);
    try {
      await sendImport(files, { target, decisions }, (answer) => {
        if (answer.type === 'refused') setRefusal(answer.message);
        setStep(stepAfter(answer, target, back));
      });
    } catch {
      setRefusal(messages.imports.failed);
      setStep(back);
    }
  };
  const read = (target: ImportTarget) => {
    setStep({ at: 'reading' });
    void send(target, null, { at: 'choosing' });
  };
  const run = (target: ImportTarget, decisions: readonly ImportDecision[], back: ImportStep) => {
    setStep({ at: 'running', done: 0, of: decisions.length });
    void send(target, decisions, back);
  };
  const begin = (next: readonly ChosenFile[]) => {
    setFiles(next);
    setStep({ at: 'choosing' });
  };
  return { step, files, refusal, setFiles, refuse: setRefusal, read, run, begin };
}

function stepAfter(answer: ImportAnswer, target: ImportTarget, back: ImportStep): ImportStep {
  switch (answer.type) {
    case 'progress':
      return { at: 'running', done: answer.done, of: answer.of };
    case 'plan':
      return { at: 'editing', target, plan: answer.plan };
    case 'report':
      return { at: 'done', report: answer.report };
    case 'refused':
      return back;
  }
}
