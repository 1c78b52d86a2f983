'use client';

import { useEffect, useState } from 'react';
import type { ImportAct } from '#lib/imports/import-wire.ts';
import type { ImportRunView, ImportState } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';
import { actOnImport, ImportRefusal, loadImport } from './import-client.ts';

/** States in which something goes on that nobody has to wait for. Milliseconds between two looks. */
const AT_WORK: ReadonlySet<ImportState> = new Set(['reading', 'writing', 'undoing']);
const LOOK_MS = 700;

/** An import that is looked at while it goes on, why the last wish was refused, and how to wish. Null once it was thrown away. */
export function useRun(first: ImportRunView) {
  const [run, setRun] = useState<ImportRunView | null>(first);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const working = run !== null && AT_WORK.has(run.state);
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(() => {
      // A server that is away for a moment says nothing of the import.
      loadImport(first.id).then(setRun, () => undefined);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [working, first.id]);
  const act = async (wish: ImportAct): Promise<void> => {
    setRefusal(null);
    setBusy(true);
    try {
      setRun(await actOnImport(first.id, wish));
    } catch (error) {
      setRefusal(error instanceof ImportRefusal ? error.message : messages.imports.failed);
    } finally {
      setBusy(false);
    }
  };
  return { run, refusal, busy, act };
}
