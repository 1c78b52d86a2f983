'use client';

import type { ChangeEvent } from 'react';
import { Field, TextInput } from '#components/ui/field.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { Refusal } from '#lib/errors.ts';
import { readAliasMap } from '#lib/imports/alias-map.ts';
import type { AliasMap } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.bring;

interface ImportOptionFieldsProps {
  readonly aliases: AliasMap;
  readonly onAliases: (aliases: AliasMap) => void;
  readonly onRefuse: (sentence: string | null) => void;
  /** Why the address of the old server cannot be taken. */
  readonly problem: string | undefined;
}

/** What is done about pictures that are not there and about old addresses; folded, because most imports need none of it. */
export function ImportOptionFields({ aliases, onAliases, onRefuse, problem }: ImportOptionFieldsProps) {
  const count = Object.keys(aliases).length;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file === undefined) return;
    void read(file);
  };
  const read = async (file: File): Promise<void> => {
    try {
      onAliases(readAliasMap(await file.text()));
      onRefuse(null);
    } catch (error) {
      onRefuse(error instanceof Refusal ? error.message : words.badAliases);
    }
  };
  return (
    <Folded title={words.options} open={problem !== undefined}>
      <div className="flex flex-col gap-6">
        <label className="flex min-h-11 items-start gap-3 text-16 tablet:min-h-0 tablet:text-14">
          <input type="checkbox" name="fetch" className="mt-1 size-4 shrink-0 accent-accent" />
          {words.fetch}
        </label>
        <Field label={words.oldServer} hint={words.oldServerHint} problem={problem} optional>
          {(control) => <TextInput {...control} name="oldServer" type="url" autoComplete="off" maxLength={300} />}
        </Field>
        <Field label={words.aliases} hint={words.aliasesHint} optional>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".json,.csv,.txt,.tsv"
              onChange={choose}
              className="min-h-11 w-full text-14 file:mr-3 file:min-h-9 file:rounded-6 file:border file:border-edge/55 file:bg-sheet file:px-3 file:text-ink"
            />
          )}
        </Field>
        {count > 0 && (
          <p role="status" className="-mt-4 text-14 text-soft">
            {words.aliasesRead(count)}
          </p>
        )}
      </div>
    </Folded>
  );
}
