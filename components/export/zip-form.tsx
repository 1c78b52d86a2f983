'use client';

import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { z } from 'zod/mini';
import { Button } from '#components/ui/button.tsx';
import { Field, Problem, Select } from '#components/ui/field.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

import { ProfileChoice } from './profile-choice.tsx';

const words = messages.exports;
const ASK_AGAIN_MS = 500;

const progressSchema = z.nullable(
  z.object({ done: z.number(), of: z.number(), state: z.enum(['making', 'done', 'stopped']) }),
);
type KnownProgress = z.infer<typeof progressSchema>;

interface ZipFormProps {
  readonly action: string;
  /** The latest first; with none all calls are taken. */
  readonly years: readonly string[];
}

/** Chooses and takes a zip: the browser saves it, and the page says how far it is. Without scripts it is saved all the same. */
export function ZipForm({ action, years }: ZipFormProps) {
  const [id, setId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const hidden = useRef<HTMLInputElement>(null);
  const begin = (): void => {
    const next = crypto.randomUUID();
    if (hidden.current !== null) hidden.current.value = next;
    setProblem(null);
    setId(next);
  };
  /** A zip is saved and loads nothing; what was refused is a sentence in the frame. */
  const loaded = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void => {
    const said = currentTarget.contentDocument?.body.textContent.trim() ?? '';
    if (said !== '') setProblem(said);
  };
  return (
    <form method="get" action={action} target={FRAME} onSubmit={begin} className="max-w-[36rem]">
      {/* Without a value of React’s, which would take back what is set below. */}
      <input ref={hidden} type="hidden" name="progress" />
      <div className="grid gap-4 tablet:grid-cols-2">
        <ProfileChoice />
        {years.length > 1 && <YearChoice years={years} />}
      </div>
      <Button type="submit" tone="main" className="mt-6">
        {words.download}
      </Button>
      <iframe
        name={FRAME}
        title={words.progress}
        sandbox="allow-same-origin allow-downloads"
        className="hidden"
        onLoad={loaded}
      />
      <div className="mt-4 min-h-14" aria-live="polite">
        {problem !== null && <Problem>{problem}</Problem>}
        {problem === null && id !== null && <ZipProgress key={id} id={id} />}
      </div>
    </form>
  );
}

const FRAME = 'plenum-zip';

function YearChoice({ years }: Pick<ZipFormProps, 'years'>) {
  return (
    <Field label={words.year}>
      {(control) => (
        <Select {...control} name="year" defaultValue="">
          <option value="">{words.allYears}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function ZipProgress({ id }: { readonly id: string }) {
  const known = useProgress(id);
  if (known === null) return <p className="text-14 text-soft">{words.making}</p>;
  return <Progress label={words.progress} done={known.done} of={known.of} count={sayProgress(known)} />;
}

function sayProgress({ done, of, state }: NonNullable<KnownProgress>): string {
  if (state === 'done') return words.done(of);
  return state === 'stopped' ? words.stopped(done, of) : words.count(done, of);
}

/** How far a zip is, asked until it has ended; null as long as nobody knows. */
function useProgress(id: string): KnownProgress {
  const [known, setKnown] = useState<KnownProgress>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const found = await fetched(id);
      if (found !== null) setKnown(found);
      if (found === null || found.state === 'making') timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return known;
}

async function fetched(id: string): Promise<KnownProgress> {
  try {
    const response = await fetch(addresses.exportProgress(id));
    return progressSchema.parse(await response.json());
  } catch {
    // The next answer says it.
    return null;
  }
}
