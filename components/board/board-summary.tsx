import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { summaryOf } from './board-facts.ts';
import { CallSlot } from './call-slot.tsx';

const words = messages.sections.board;

interface BoardSummaryLineProps {
  readonly sections: readonly PlacedSection[];
  readonly used: boolean;
  /** How long the call may take, in seconds; null where nobody said so. */
  readonly slot: number | null;
  /** Says that; null for who may not. */
  readonly changeSlot: ((seconds: number | null) => Promise<string | null>) | null;
}

/** How far the call is prepared, in one line. */
export function BoardSummaryLine({ sections, used, slot, changeSlot }: BoardSummaryLineProps) {
  const { ready, nothing, open, planned } = summaryOf(sections);
  const parts = [
    words.summary(sections.length),
    used && ready > 0 ? words.ready(ready) : null,
    used && nothing > 0 ? words.nothing(nothing) : null,
    used && open > 0 ? words.open(open) : null,
  ];
  return (
    <p className="tabular flex flex-wrap items-center gap-x-1.5 pt-2 pb-3 text-14 text-soft">
      <span>{parts.filter((part) => part !== null).join(' · ')}</span>
      <CallSlot planned={planned} slot={slot} change={changeSlot} />
    </p>
  );
}
