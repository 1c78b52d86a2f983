'use client';

import { PersonDot } from '#components/frame/person-dot.tsx';
import type { SectionChanging } from '#components/sections/use-section-change.ts';
import { Ago } from '#components/time/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { SectionRow } from '#lib/sections/running-order.ts';
import type { BoardFacts } from './board-facts.ts';
import type { BoardFrame } from './board-frame.ts';

const words = messages.sections;

interface RowFactsProps {
  readonly frame: BoardFrame;
  readonly placed: PlacedSection;
  readonly facts: BoardFacts;
  readonly changing: SectionChanging;
  /** Id of the element with the section's title. */
  readonly titleId: string;
}

/** What is known of a section beside its title. */
export function RowFacts({ frame, placed, facts, changing, titleId }: RowFactsProps) {
  const { status, faults, slides, usual } = facts;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-14 text-soft desk:justify-end">
      {placed.row !== null && <Changed row={placed.row} frame={frame} />}
      {faults > 0 && <span className="font-semibold text-ink">{words.faults(faults)}</span>}
      {status !== null && <RowReporter {...{ frame, placed, facts, changing, titleId }} />}
      {placed.row !== null && <Exceptions row={placed.row} />}
      {frame.used && usual !== null && <span className="tabular">{messages.callTime.usually(usual)}</span>}
      {status !== null && (
        <span className="desk:w-40">
          <StatusMark status={status}>{words.status[status]}</StatusMark>
        </span>
      )}
      {!frame.used && <span className="tabular">{messages.frame.slides(slides)}</span>}
    </p>
  );
}

function Changed({ row: { changed }, frame }: { readonly row: SectionRow; readonly frame: BoardFrame }) {
  if (changed === null) return null;
  const say = (when: string): string => words.changed(when, changed.by);
  return (
    <span className="max-desk:hidden">
      <Ago at={changed.at} timeZone={frame.timeZone} madeAt={frame.madeAt} say={say} />
    </span>
  );
}

function Exceptions({ row: { deputy, skipped, plannedSeconds } }: { readonly row: SectionRow }) {
  return (
    <>
      {deputy !== null && <span>{words.deputy(deputy.name)}</span>}
      {skipped && <span className="font-semibold text-ink">{words.skipped}</span>}
      {plannedSeconds !== null && <span className="tabular">{words.minutes(plannedSeconds)}</span>}
    </>
  );
}

/** Who reports, and whether they are here. */
function RowReporter(props: RowFactsProps) {
  const { reporter, reporterHere: here } = props.facts;
  if (reporter === null)
    return (
      <span className="inline-flex items-center gap-1 desk:w-52">
        <span className="italic">{words.nobodyYet}</span>
        <Take {...props} />
      </span>
    );
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-ink desk:w-52">
      {here && reporter.hue !== null && <PersonDot hue={reporter.hue} />}
      <span className="max-w-[22ch] truncate">{reporter.name}</span>
      {here && <span className="text-soft">({words.here})</span>}
    </span>
  );
}

/** Where somebody is still wanted, one press is enough. */
function Take({ frame, placed, changing, titleId }: RowFactsProps) {
  if (!frame.may.write || placed.row === null || isLeftOut(placed)) return null;
  const take = (): void => {
    changing.change({ type: 'take' });
    // The button goes with the first that reports: who pressed it by key stays in the row.
    document.getElementById(titleId)?.focus();
  };
  return (
    <Button
      tone="bare"
      className="!px-2 !text-accent"
      aria-describedby={titleId}
      aria-disabled={changing.pending}
      onClick={take}
    >
      {words.take}
    </Button>
  );
}
