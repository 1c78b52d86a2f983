'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Stage } from '#components/stage/stage.tsx';
import { Button } from '#components/ui/button.tsx';
import type { MomentView } from '#lib/history/history-views.ts';
import { slidePairs } from '#lib/history/slide-pairs.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { askSlide } from './asked-changes.ts';
import type { HistoryFrame } from './history-frame.ts';

const words = messages.history.slides;

interface MomentSlidesProps {
  readonly frame: HistoryFrame;
  readonly moment: MomentView;
  /** What the two sides are called. */
  readonly sides: { readonly before: string; readonly after: string };
}

/** The slides that differ, beside each other, one difference at a time. */
export function MomentSlides({ frame, moment, sides }: MomentSlidesProps) {
  const { text, againstText } = moment;
  const before = useMemo(() => parseDeck(text), [text]);
  const after = useMemo(() => parseDeck(againstText), [againstText]);
  const pairs = useMemo(() => slidePairs(before, after), [before, after]);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, pairs.length - 1);
  const pair = pairs[at];
  if (pair === undefined) return <p className="py-4 text-16 text-soft">{messages.history.moment.same}</p>;
  return (
    <div className="mt-3">
      <Steps at={at} of={pairs.length} onGo={setChosen} />
      <div className="mt-2 grid gap-4 tablet:grid-cols-2">
        <Side
          frame={frame}
          title={sides.before}
          model={before}
          slide={pair.before}
          label={words.labelThen}
          gone={words.notThen}
        />
        <Side
          frame={frame}
          title={sides.after}
          model={after}
          slide={pair.after}
          label={words.labelNow}
          gone={words.notNow}
        />
      </div>
      {pair.before !== null && mayRestore(frame, moment, before, pair.before) && (
        <Button
          className="mt-3"
          onClick={() =>
            pair.before !== null &&
            frame.onDo({ type: 'change', asked: askSlide(moment, pair.before, frame.sayMoment(moment.at.when)) })
          }
        >
          {words.restore}
        </Button>
      )}
    </div>
  );
}

/** A slide may come back where its section may. */
function mayRestore({ view }: HistoryFrame, { sections }: MomentView, model: DeckModel, slide: number): boolean {
  if (view.deck.frozen) return false;
  const from = model.slides[slide]?.range.from ?? 0;
  return (
    view.may.restoreAll || sections.some((section) => section.from <= from && from < section.to && section.restorable)
  );
}

interface StepsProps {
  readonly at: number;
  readonly of: number;
  readonly onGo: (at: number) => void;
}

function Steps({ at, of, onGo }: StepsProps) {
  return (
    <div className="flex items-center gap-1">
      <Button
        tone="bare"
        aria-label={words.previous}
        title={words.previous}
        aria-disabled={at <= 0}
        onClick={() => onGo(Math.max(0, at - 1))}
      >
        <ChevronLeft className="size-5" aria-hidden="true" />
      </Button>
      <p aria-live="polite" className="tabular min-w-36 text-center text-14 text-soft">
        {words.position(at + 1, of)}
      </p>
      <Button
        tone="bare"
        aria-label={words.next}
        title={words.next}
        aria-disabled={at >= of - 1}
        onClick={() => onGo(Math.min(of - 1, at + 1))}
      >
        <ChevronRight className="size-5" aria-hidden="true" />
      </Button>
    </div>
  );
}

interface SideProps {
  readonly frame: HistoryFrame;
  readonly title: string;
  readonly model: DeckModel;
  readonly slide: number | null;
  readonly label: string;
  /** Said where there is no such slide. */
  readonly gone: string;
}

function Side({ frame, title, model, slide, label, gone }: SideProps) {
  const { assets, foreignPictures } = frame.view.pictures;
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 flex justify-between gap-2 text-14">
        <span className="font-semibold">{title}</span>
        {slide !== null && <span className="tabular text-soft">{words.slide(slide + 1)}</span>}
      </figcaption>
      <div className="relative aspect-video overflow-hidden rounded-6 border border-line bg-sheet">
        {slide === null ? (
          <p className="absolute inset-0 grid place-content-center bg-well p-4 text-center text-14 text-soft">{gone}</p>
        ) : (
          <Stage
            model={model}
            assets={assets}
            foreignPictures={foreignPictures}
            src={frame.stage}
            position={{ slide, fragment: Number.MAX_SAFE_INTEGER }}
            onMove={ignore}
            onLink={ignore}
            keyboard={false}
            label={label}
          />
        )}
      </div>
    </figure>
  );
}

function ignore(): void {
  // A picture of a slide leads nowhere.
}
