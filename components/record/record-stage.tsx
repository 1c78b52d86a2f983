'use client';

import { ChevronLeft, ChevronRight, Maximize2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { ChangedLater } from '#components/corrections/changed-later.tsx';
import { Stage } from '#components/stage/stage.tsx';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { RecordView, SectionOutline } from '#lib/views.ts';
import { CiteLink } from './cite-link.tsx';

const words = messages.call.record;

interface RecordStageProps {
  readonly record: Pick<RecordView, 'text' | 'slides' | 'sections' | 'pictures'>;
  /** Address of the stage document. */
  readonly stage: string;
  /** Running number of the slide to begin with. */
  readonly startAt: number;
  /** Whether the page's address follows the slide, so that it can be copied at any moment. */
  readonly followAddress: boolean;
}

/** A record's slides, read-only, with its sections beside them. */
export function RecordStage({ record, stage, startAt, followAddress }: RecordStageProps) {
  const model = useMemo(() => parseDeck(record.text), [record.text]);
  const [position, setPosition] = useState({ slide: startAt, fragment: -1 });
  const frame = useRef<HTMLDivElement>(null);
  const last = model.slides.length - 1;
  const move = (to: { readonly slide: number; readonly fragment: number }) => {
    setPosition(to);
    const address = record.slides[to.slide]?.address;
    if (followAddress && address !== undefined) window.history.replaceState(null, '', address);
  };
  const go = (slide: number) => move({ slide: Math.max(0, Math.min(last, slide)), fragment: -1 });
  return (
    <div className="desk:grid desk:grid-cols-[1fr_15rem] desk:gap-8">
      <div className="min-w-0">
        <div ref={frame} className="aspect-video overflow-hidden rounded-6 border border-line bg-sheet">
          <Stage
            model={model}
            assets={record.pictures.assets}
            foreignPictures={record.pictures.foreignPictures}
            src={stage}
            position={position}
            onMove={move}
            onLink={openLink}
            keyboard
            label={words.label}
          />
        </div>
        <StageBar
          slide={Math.min(position.slide, last)}
          last={last}
          shown={record.slides[position.slide]}
          onGo={go}
          onFull={() => void frame.current?.requestFullscreen()}
        />
        <ChangedLater slide={record.slides[position.slide]} />
      </div>
      <SectionList sections={record.sections} slide={position.slide} onGo={go} />
    </div>
  );
}

interface StageBarProps {
  readonly slide: number;
  readonly last: number;
  /** What is known of it; undefined for none. */
  readonly shown: RecordView['slides'][number] | undefined;
  readonly onGo: (slide: number) => void;
  readonly onFull: () => void;
}

function StageBar({ slide, last, shown, onGo, onFull }: StageBarProps) {
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <div className="flex items-center gap-1">
        <Button
          tone="bare"
          aria-label={words.previous}
          title={words.previous}
          aria-disabled={slide <= 0}
          onClick={() => onGo(slide - 1)}
        >
          <ChevronLeft className="size-5" aria-hidden="true" />
        </Button>
        <p aria-live="polite" className="tabular min-w-28 text-center text-14 text-soft">
          {words.position(slide + 1, last + 1)}
        </p>
        <Button
          tone="bare"
          aria-label={words.next}
          title={words.next}
          aria-disabled={slide >= last}
          onClick={() => onGo(slide + 1)}
        >
          <ChevronRight className="size-5" aria-hidden="true" />
        </Button>
      </div>
      <div className="flex items-center gap-3">
        {shown !== undefined && (
          <span className="inline-flex text-14 font-medium text-soft">
            <CiteLink
              address={shown.address}
              heading={shown.heading}
              team={null}
              label={messages.reading.cite.slide(slide + 1)}
              shortcut="c"
            />
          </span>
        )}
        <Button tone="bare" onClick={onFull}>
          <Maximize2 className="size-4" aria-hidden="true" />
          <span className="sr-only tablet:not-sr-only">{words.full}</span>
        </Button>
      </div>
    </div>
  );
}

interface SectionListProps {
  readonly sections: readonly SectionOutline[];
  readonly slide: number;
  readonly onGo: (slide: number) => void;
}

function SectionList({ sections, slide, onGo }: SectionListProps) {
  return (
    <nav aria-label={words.contents} className="mt-8 desk:mt-0">
      <h2 className="label-caps mb-1 border-b border-line pb-2">{words.contents}</h2>
      <ol>
        {sections.map((section) => {
          const here = slide >= section.fromSlide && slide < section.fromSlide + section.slides;
          return (
            <li key={section.key}>
              <button
                type="button"
                aria-current={here ? 'true' : undefined}
                onClick={() => onGo(section.fromSlide)}
                className="-ml-2 flex min-h-11 w-[calc(100%+0.5rem)] items-baseline justify-between gap-3 rounded-6 px-2 py-1.5 text-left text-14 text-soft hover:bg-well hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink tablet:min-h-0"
              >
                <span className="[overflow-wrap:anywhere]">{section.title}</span>
                <span className="tabular font-normal text-soft">{section.slides}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function openLink(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer');
}
