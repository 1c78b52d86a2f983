'use client';

import { clsx } from 'clsx';
import { ChevronLeft } from 'lucide-react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { HistoryEntry } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { ChangePanel } from './change-panel.tsx';
import { DoneLine } from './done-line.tsx';
import type { HistoryFrame } from './history-frame.ts';
import { MomentDetail } from './moment-detail.tsx';
import { keyOf } from './moment-words.ts';
import { PlayPanel } from './play-panel.tsx';
import { Timeline } from './timeline.tsx';
import type { Changes } from './use-changes.ts';
import type { ChosenMoment } from './use-chosen-moment.ts';
import { useHistoryDesk, type HistoryDeskProps } from './use-history-desk.ts';
import { WhoWrotePart } from './who-wrote-part.tsx';

const words = messages.history;

/** Who wrote and what undoes it, the timeline, and beside it the moment that was chosen: on a phone, in its place. */
export function HistoryDesk(props: HistoryDeskProps) {
  const { frame, older, chosen, changes, current, choose, leave } = useHistoryDesk(props);
  if (frame.entries.length === 0) return <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>;
  const reading = chosen.at !== null || frame.doing !== null;
  return (
    <>
      {frame.view.deck.frozen && (
        <div className="mb-6">
          <Banner>{words.frozen}</Banner>
        </div>
      )}
      <DoneLine
        done={changes.done}
        pending={changes.pending}
        refusal={frame.doing === null ? changes.refusal : null}
        onTakeBack={changes.takeBack}
        onClose={changes.close}
      />
      <div className="desk:grid desk:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] desk:gap-10">
        <div className={clsx('min-w-0', reading && 'max-desk:hidden')}>
          <WhoWrotePart frame={frame} />
          <Timeline frame={frame} older={older} current={current === null ? null : keyOf(current)} onChoose={choose} />
        </div>
        <div
          data-reading={reading || undefined}
          className="min-w-0 desk:sticky desk:top-4 desk:-mx-1 desk:max-h-[calc(100dvh-2rem)] desk:self-start desk:overflow-y-auto desk:px-1"
        >
          {reading && (
            <Button tone="bare" className="mb-3 -ml-2.5 desk:!hidden" onClick={leave}>
              <ChevronLeft className="size-4" aria-hidden="true" />
              {frame.doing === null ? words.moment.back : words.moment.leave}
            </Button>
          )}
          <Beside frame={frame} chosen={chosen} changes={changes} current={current} />
        </div>
      </div>
    </>
  );
}

interface BesideProps {
  readonly frame: HistoryFrame;
  readonly chosen: ChosenMoment;
  readonly changes: Changes;
  readonly current: HistoryEntry | null;
}

function Beside({ frame, chosen, changes, current }: BesideProps) {
  const { doing } = frame;
  if (doing?.type === 'change')
    return (
      <ChangePanel
        key={JSON.stringify(doing.asked.change)}
        frame={frame}
        asked={doing.asked}
        pending={changes.pending}
        refusal={changes.refusal}
        onYes={() => changes.make(doing.asked, () => frame.onDo(null))}
      />
    );
  if (doing?.type === 'play')
    return <PlayPanel key={`${doing.asked.from} ${doing.asked.to}`} frame={frame} asked={doing.asked} />;
  const { at } = chosen;
  // The first row is what the deck was made with.
  const hint = frame.view.head > 1 ? words.choose : words.empty;
  if (at !== null) return <MomentDetail frame={frame} chosen={{ ...chosen, at }} entry={current} />;
  return (
    <div className="rounded-6 bg-well p-6 max-desk:hidden">
      <p className="text-16 font-semibold">{hint.title}</p>
      <p className="mt-1 max-w-[52ch] text-16 text-soft">{frame.view.deck.frozen ? words.choose.frozen : hint.text}</p>
    </div>
  );
}
