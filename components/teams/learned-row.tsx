'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Problem, TextInput } from '#components/ui/field.tsx';
import type { FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { learnedField } from '#lib/teams/learned-form.ts';
import type { LearnedHeadingView, LearnedTeamView } from '#lib/teams/learned-views.ts';
import { callDay } from './call-day.ts';

const words = messages.teams.learned;
/** Who reported once may have stood in: from here on somebody is a usual reporter. */
const USUAL = 2;

export interface LearnedRowProps {
  readonly kind: 'team' | 'topic';
  /** Its number in the form. */
  readonly row: number;
  readonly heading: LearnedHeadingView;
  /** Null for a topic. */
  readonly team: LearnedTeamView | null;
  /** So many decks were read. */
  readonly decks: number;
  readonly taken: ReadonlySet<string>;
  readonly take: (field: string, on: boolean) => void;
  readonly state: FormState;
}

/** One proposal with its evidence: take it or not, call it otherwise, leave out a spelling, choose its members. */
export function LearnedRow({ kind, row, heading, team, decks, taken, take, state }: LearnedRowProps) {
  const field = learnedField(kind, row, 'take');
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] border-b border-line py-3">
      <label className="flex size-11 items-center justify-start tablet:size-9">
        <input
          type="checkbox"
          name={field}
          checked={taken.has(field)}
          onChange={(event) => take(field, event.target.checked)}
          aria-label={words.take(heading.name)}
          className="size-5 accent-accent"
        />
      </label>
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <LearnedName kind={kind} row={row} heading={heading} into={team?.into ?? null} state={state} />
          <p className="tabular text-14 text-soft">{words.evidence(heading.decks, decks, callDay(heading.last))}</p>
        </div>
        <Spellings kind={kind} row={row} heading={heading} />
        {team !== null && team.reporters.length > 0 && <Reporters row={row} reporters={team.reporters} />}
      </div>
    </li>
  );
}

interface LearnedNameProps extends Pick<LearnedRowProps, 'kind' | 'row' | 'heading' | 'state'> {
  readonly into: LearnedTeamView['into'];
}

function LearnedName({ kind, row, heading, into, state }: LearnedNameProps) {
  const name = learnedField(kind, row, 'name');
  const problem = state.problems[name];
  if (into !== null)
    return (
      <p className="text-16 font-medium [overflow-wrap:anywhere]">
        {words.into(into.name)}
        <input type="hidden" name={name} value={into.name} />
        <input type="hidden" name={learnedField(kind, row, 'into')} value={into.id} />
        {problem !== undefined && <Problem>{problem}</Problem>}
      </p>
    );
  return (
    <div className="w-full max-w-80">
      <TextInput
        name={name}
        defaultValue={heading.name}
        autoComplete="off"
        aria-label={words.name(heading.name)}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${name}-problem`}
      />
      {problem !== undefined && <Problem id={`${name}-problem`}>{problem}</Problem>}
    </div>
  );
}

/** As chips that can be left out. One that is left out stays what it is in the decks: a heading that nobody knows. */
function Spellings({ kind, row, heading }: Pick<LearnedRowProps, 'kind' | 'row' | 'heading'>) {
  const [left, setLeft] = useState(heading.spellings);
  if (left.length === 0) return null;
  const field = learnedField(kind, row, 'spelling');
  // The name alone says it already; typed anew, the old spelling still goes along.
  if (heading.spellings.length === 1 && left[0]?.spelling === heading.name)
    return <input type="hidden" name={field} value={heading.name} />;
  return (
    <ul aria-label={words.spellings} className="flex flex-wrap gap-2 text-14">
      {left.map(({ spelling, decks, last }) => (
        <li
          key={spelling}
          title={words.spelling(decks, callDay(last))}
          className="inline-flex min-w-0 items-center rounded-6 bg-well pl-2.5"
        >
          <input type="hidden" name={field} value={spelling} />
          <span className="min-w-0 [overflow-wrap:anywhere]">{spelling}</span>
          <span className="tabular pl-1.5 text-12 text-soft">{decks}×</span>
          <button
            type="button"
            aria-label={words.drop(spelling)}
            onClick={() => setLeft(left.filter((each) => each.spelling !== spelling))}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-6 text-soft hover:text-ink tablet:size-8"
          >
            <X className="size-3.5" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Reporters({ row, reporters }: { readonly row: number; readonly reporters: LearnedTeamView['reporters'] }) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-14 text-soft">{words.reporters}</legend>
      <div className="flex flex-wrap gap-x-6">
        {reporters.map(({ who, decks, last }) => (
          <label key={who} className="flex min-h-11 min-w-0 items-center gap-2 text-14 tablet:min-h-8">
            <input
              type="checkbox"
              name={learnedField('team', row, 'reporter')}
              value={who}
              defaultChecked={decks >= USUAL}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">{who}</span>
            <span className="tabular text-soft">{words.reporter(decks, callDay(last))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
