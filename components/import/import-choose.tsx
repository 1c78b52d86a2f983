'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { ImportTarget } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { isText, isTooMuch } from './chosen-files.ts';
import type { ChosenFile } from './import-client.ts';
import { ImportDrop } from './import-drop.tsx';
import { ImportTargetFields, type ImportSeries } from './import-target-fields.tsx';

const words = messages.imports;

interface ImportChooseProps {
  readonly series: readonly ImportSeries[];
  /** Slug of the series to begin with; empty for a new one. */
  readonly into: string;
  readonly zones: readonly string[];
  readonly files: readonly ChosenFile[];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  /** Whether the files are being read at the moment. */
  readonly reading: boolean;
  readonly onRefuse: (sentence: string | null) => void;
  readonly onRead: (target: ImportTarget) => void;
}

/** The first step: which files, into which series. */
export function ImportChoose({ series, into, zones, files, onFiles, reading, onRefuse, onRead }: ImportChooseProps) {
  const [slug, setSlug] = useState(into);
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
    <form onSubmit={submit} noValidate className="flex max-w-[36rem] flex-col gap-6">
      <ImportDrop files={files} onChoose={onFiles} />
      <ImportTargetFields series={series} chosen={slug} onChoose={setSlug} zones={zones} nameProblem={nameProblem} />
      <div>
        {reading ? (
          <Button aria-disabled>{words.reading}</Button>
        ) : (
          <SubmitButton pending={false}>{words.read}</SubmitButton>
        )}
      </div>
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
  return {
    type: 'new',
    name: text('name'),
    timeZone: text('timeZone'),
    readDecks: text('readDecks'),
    readLive: text('readLive'),
    readRecords: text('readRecords'),
  };
}
