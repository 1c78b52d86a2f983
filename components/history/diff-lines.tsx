'use client';

import { clsx } from 'clsx';
import { useMemo, useState } from 'react';
import { foldDiff, type DiffRun } from '#lib/history/fold-diff.ts';
import { diffText, type DiffLine, type DiffPart } from '#lib/history/text-diff.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.history.moment;

interface DiffLinesProps {
  readonly before: string;
  readonly after: string;
  /** What the two signs mean here. */
  readonly legend: { readonly removed: string; readonly added: string };
  readonly label: string;
  /** Said when the two are the same. */
  readonly same: string;
}

/** What is different between two texts: line by line, in changed lines word by word, and what is not different folded away. */
export function DiffLines({ before, after, legend, label, same }: DiffLinesProps) {
  const runs = useMemo(() => foldDiff(diffText(before, after)), [before, after]);
  if (before === after) return <p className="py-4 text-16 text-soft">{same}</p>;
  return (
    <div role="group" aria-label={label}>
      <p className="flex flex-wrap gap-x-5 gap-y-1 py-2 text-12 text-soft">
        <span>
          <del className={MARKS.removed}>{SIGNS.removed}</del> {legend.removed}
        </span>
        <span>
          <ins className={MARKS.added}>{SIGNS.added}</ins> {legend.added}
        </span>
      </p>
      <div className="overflow-hidden rounded-6 border border-line bg-sheet py-1 font-mono text-14 leading-[1.6]">
        {runs.map((run, at) => (
          <Run key={at} run={run} />
        ))}
      </div>
    </div>
  );
}

const SIGNS = { same: '', changed: '±', removed: '−', added: '+' } as const;

// Struck out and underlined, too: colour alone says nothing.
const MARKS: Readonly<Record<DiffPart['type'], string>> = {
  kept: '',
  removed: 'rounded-[3px] bg-gone-wash px-0.5 text-gone line-through decoration-1',
  added: 'rounded-[3px] bg-came-wash px-0.5 text-came underline decoration-1 underline-offset-3',
};

function Run({ run }: { readonly run: DiffRun }) {
  const [open, setOpen] = useState(false);
  if (!run.folded || open) return run.lines.map((line, at) => <Line key={at} line={line} />);
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="my-1 block min-h-11 w-full bg-well px-3 text-left font-sans text-12 text-soft -outline-offset-2 hover:text-ink tablet:min-h-7"
    >
      {words.unchanged(run.lines.length)}
    </button>
  );
}

function Line({ line: { type, parts } }: { readonly line: DiffLine }) {
  return (
    <div
      className={clsx(
        'grid grid-cols-[1.75rem_minmax(0,1fr)]',
        type === 'removed' && 'bg-gone-wash text-gone',
        type === 'added' && 'bg-came-wash text-came',
        type === 'same' && 'text-soft',
      )}
    >
      <span aria-hidden="true" className="pl-3 select-none">
        {SIGNS[type]}
      </span>
      <span className="pr-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {parts.map((part, at) => (
          <Part key={at} part={part} whole={type !== 'changed'} />
        ))}
      </span>
    </div>
  );
}

function Part({ part: { type, text }, whole }: { readonly part: DiffPart; readonly whole: boolean }) {
  // An empty line keeps its height.
  const shown = text.replace(/\n$/, '') || '\u200B';
  if (type === 'kept') return shown;
  const className = whole ? (type === 'removed' ? 'line-through decoration-gone/50' : 'no-underline') : MARKS[type];
  return type === 'removed' ? <del className={className}>{shown}</del> : <ins className={className}>{shown}</ins>;
}
