import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { summaryOf } from './board-facts.ts';

const words = messages.sections.board;

interface BoardSummaryLineProps {
  readonly sections: readonly PlacedSection[];
  readonly used: boolean;
}

/** How far the call is prepared, in one line. */
export function BoardSummaryLine({ sections, used }: BoardSummaryLineProps) {
  const { ready, nothing, open, planned } = summaryOf(sections);
  const parts = [
    words.summary(sections.length),
    used && ready > 0 ? words.ready(ready) : null,
    used && nothing > 0 ? words.nothing(nothing) : null,
    used && open > 0 ? words.open(open) : null,
    planned > 0 ? words.planned(Math.round(planned / 60)) : null,
  ];
  return <p className="tabular pt-2 pb-3 text-14 text-soft">{parts.filter((part) => part !== null).join(' · ')}</p>;
}
