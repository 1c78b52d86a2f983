'use client';

import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { LastSection } from '#lib/views.ts';
import type { LastTimePanel } from './use-last-time.ts';
import type { DeckDesk } from './deck-desk.ts';

const words = messages.deck.lastTime;
export const LAST_TIME_ID = 'last-time';

interface LastTimeProps {
  readonly desk: DeckDesk;
  readonly actions: SectionActions | null;
  readonly panel: LastTimePanel | null;
}

interface Answer {
  readonly loading: boolean;
  readonly sections: readonly LastSection[];
  readonly refusal: string | null;
}

const WAITING: Answer = { loading: true, sections: [], refusal: null };
const ANSWERED: Answer = { ...WAITING, loading: false };

/** What the section under the cursor said last time, to take over by line or whole. */
export function LastTime({ desk, actions, panel }: LastTimeProps) {
  if (panel?.open !== true || actions === null) return null;
  return <OpenPanel desk={desk} actions={actions} onClose={panel.toggle} />;
}

interface OpenPanelProps {
  readonly desk: DeckDesk;
  readonly actions: SectionActions;
  readonly onClose: () => void;
}

function OpenPanel({ desk, actions, onClose }: OpenPanelProps) {
  const answer = useLastSections(actions);
  const slide = useStore(desk.cursor);
  const placed = useStore(desk.sections).findLast(({ section }) => section.fromSlide <= slide);
  const last = lastOf(placed, answer.sections);
  return (
    <section
      id={LAST_TIME_ID}
      aria-label={words.label}
      className="flex max-h-[40vh] shrink-0 flex-col border-t border-line bg-sheet"
    >
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <h2 className="text-14 font-semibold [overflow-wrap:anywhere]">
          {words.title(placed?.section.title ?? '')}
          {last !== null && <span className="font-normal text-soft"> {words.from(dayOf(last))}</span>}
        </h2>
        {last !== null && <Button onClick={() => desk.takeOver(last.slides.join('\n\n'))}>{words.all}</Button>}
        <Button tone="bare" className="ml-auto" onClick={onClose}>
          {words.close}
        </Button>
      </header>
      <div className="min-h-0 overflow-y-auto px-4 pb-3">
        {last === null ? <NoLines answer={answer} /> : <Lines desk={desk} last={last} />}
      </div>
    </section>
  );
}

function NoLines({ answer: { loading, refusal } }: { readonly answer: Answer }) {
  if (loading) return <p className="skeleton h-16" role="status" aria-label={words.loading} />;
  if (refusal !== null) return <Problem>{refusal}</Problem>;
  return <p className="text-14 text-soft">{words.none}</p>;
}

function Lines({ desk, last }: { readonly desk: DeckDesk; readonly last: LastSection }) {
  const { text } = useStore(desk.models);
  const lines = last.slides.flatMap((slide) => slide.split('\n')).filter((line) => line.trim() !== '');
  return (
    <ul className="text-14">
      {lines.map((line, at) => {
        const there = text.includes(line.trim());
        return (
          <li key={at} className="flex items-start gap-2 border-b border-line py-1 last:border-0">
            <button
              type="button"
              disabled={there}
              aria-label={words.take(line.trim())}
              onClick={() => desk.takeOver(line)}
              className="flex size-11 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-well hover:text-ink disabled:opacity-40 desk:size-6"
            >
              <Plus className="size-4" aria-hidden="true" />
            </button>
            <span className="min-w-0 flex-1 font-mono whitespace-pre-wrap [overflow-wrap:anywhere]">{line}</span>
            {there && <span className="shrink-0 text-soft">{words.there}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function useLastSections(actions: SectionActions): Answer {
  const [answer, setAnswer] = useState(WAITING);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const said = await actions.lastTime().catch(() => ({ refusal: messages.sections.problems.unreachable }));
      if (!gone) setAnswer({ ...ANSWERED, ...said });
    };
    void read();
    return () => {
      gone = true;
    };
  }, [actions]);
  return answer;
}

/** By its team, else by its heading. */
function lastOf(placed: PlacedSection | undefined, sections: readonly LastSection[]): LastSection | null {
  if (placed === undefined) return null;
  const folded = foldHeading(placed.section.title);
  const ofTeam = placed.team === null ? undefined : sections.find(({ team }) => team === placed.team?.id);
  return ofTeam ?? sections.find((section) => section.folded === folded) ?? null;
}

function dayOf({ call: { when } }: LastSection): string {
  return sayDay(new Date(when.at), when.timeZone, new Date());
}
