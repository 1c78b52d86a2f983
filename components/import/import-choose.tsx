'use client';

import { useState, type FormEvent } from 'react';
import { Field, TextInput } from '#components/ui/field.tsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { AliasMap } from '#lib/imports/import-run.ts';
import type { ImportStart, ImportTarget } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { isArchive, isText } from './chosen-files.ts';
import type { ChosenFile } from './import-client.ts';
import { ImportDrop } from './import-drop.tsx';
import { ImportOptionFields } from './import-option-fields.tsx';
import { ImportTargetFields, type ImportSeries } from './import-target-fields.tsx';

const words = messages.imports;
const { bring } = messages;

interface ImportChooseProps {
  readonly series: readonly ImportSeries[];
  /** Slug of the series to begin with; empty for a new one. */
  readonly into: string;
  readonly zones: readonly string[];
  readonly files: readonly ChosenFile[];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly onRefuse: (sentence: string | null) => void;
  readonly onBegin: (start: ImportStart) => void;
}

type Problems = Readonly<Partial<Record<'name' | 'git' | 'oldServer', string>>>;

/** The first step: from where, into which series, and what is to be done about pictures and addresses. */
export function ImportChoose({ series, into, zones, files, onFiles, onRefuse, onBegin }: ImportChooseProps) {
  const [slug, setSlug] = useState(into);
  const [from, setFrom] = useState<'files' | 'git'>('files');
  const [aliases, setAliases] = useState<AliasMap>({});
  const [problems, setProblems] = useState<Problems>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = fieldsOf(new FormData(event.currentTarget));
    const found = problemsOf(slug, from, fields);
    setProblems(found);
    const refusal = from === 'git' ? null : refusalOf(files);
    onRefuse(refusal);
    if (refusal === null && Object.keys(found).length === 0)
      onBegin({
        source: sourceOf(from, files, fields('git')),
        target: targetOf(slug, fields),
        options: { fetch: fields('fetch') === 'on', oldServer: fields('oldServer').trim() || null, aliases },
      });
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-[36rem] flex-col gap-6">
      <RadioChoice
        name="from"
        label={bring.from}
        shape="row"
        preset="files"
        onChoose={(value) => setFrom(value === 'git' ? 'git' : 'files')}
        options={[
          { value: 'files', title: bring.kinds.files },
          { value: 'git', title: bring.kinds.git },
        ]}
      />
      {from === 'files' ? (
        <ImportDrop files={files} onChoose={onFiles} />
      ) : (
        <Field label={bring.gitAddress} hint={bring.gitHint} problem={problems.git}>
          {(control) => <TextInput {...control} name="git" type="url" autoComplete="off" maxLength={1000} />}
        </Field>
      )}
      <ImportTargetFields series={series} chosen={slug} onChoose={setSlug} zones={zones} nameProblem={problems.name} />
      <ImportOptionFields aliases={aliases} onAliases={setAliases} onRefuse={onRefuse} problem={problems.oldServer} />
      <div>
        <SubmitButton pending={false}>{words.read}</SubmitButton>
      </div>
    </form>
  );
}

type Fields = (name: string) => string;

function fieldsOf(form: FormData): Fields {
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
}

function problemsOf(slug: string, from: 'files' | 'git', fields: Fields): Problems {
  const server = fields('oldServer').trim();
  return {
    ...(slug === '' && fields('name').trim() === '' ? { name: words.seriesMissing } : {}),
    ...(from === 'git' && fields('git').trim() === '' ? { git: bring.gitMissing } : {}),
    ...(server !== '' && !(/^https?:\/\//i.test(server) && URL.canParse(server))
      ? { oldServer: bring.oldServerWrong }
      : {}),
  };
}

function refusalOf(files: readonly ChosenFile[]): string | null {
  if (files.some(({ name }) => isArchive(name))) return files.length === 1 ? null : bring.oneZip;
  return files.some(({ name }) => isText(name)) ? null : words.noDecks;
}

function sourceOf(from: 'files' | 'git', files: readonly ChosenFile[], address: string): ImportStart['source'] {
  if (from === 'git') return { type: 'git', address: address.trim() };
  const archive = files.find(({ name }) => isArchive(name));
  return archive === undefined ? { type: 'files' } : { type: 'zip', name: archive.name.slice(0, 400) };
}

function targetOf(slug: string, text: Fields): ImportTarget {
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
