'use client';

import { clsx } from 'clsx';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { StatusMark } from '#components/ui/status-mark.tsx';
import type { OutlinePart } from '#lib/live/audience-outline.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { SlideKeys } from '#lib/stage/slide-keys.ts';
import type { LiveCourse } from './live-course.ts';
import { TextSize } from './audience-tools.tsx';
import { SlideText } from './slide-text.tsx';
import type { AudienceNow } from './use-audience.ts';
import type { TextSettings } from './use-text-view.ts';
import { useReadingPlace } from './use-reading-place.ts';

const words = messages.audience.text;

interface TextViewProps {
  readonly now: AudienceNow;
  readonly course: LiveCourse;
  /** Picture address in the text → address to load. */
  readonly assets: Readonly<Record<string, string>>;
  readonly text: TextSettings;
  /** What stands above the text where the bar has no room for it. */
  readonly tools: ReactNode;
}

/** The whole deck as an ordinary document, slide by slide, in step with the stage, which it does not load. */
export function TextView({ now, course, assets, text, tools }: TextViewProps) {
  const { model, outline, shown } = now;
  const box = useRef<HTMLDivElement>(null);
  const [names] = useState(() => new SlideKeys());
  const keys = useMemo(() => names.assign(model.slides), [names, model]);
  const { slide } = shown.position;
  useReadingPlace({
    box,
    slide,
    name: keys[slide] ?? '',
    following: shown.role !== 'apart',
    layout: text.size,
    onRead: (to) => {
      // Who presents reads ahead without taking everybody along.
      if (shown.role !== 'presenting') course.goTo({ slide: to, fragment: -1 });
    },
  });
  return (
    <div ref={box} role="region" aria-label={words.label} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div className="mx-auto max-w-[46rem] px-4 pb-[calc(100dvh-10rem)] tablet:px-6">
        <div className="-mx-2 flex flex-wrap items-center border-b border-line py-1">
          <div className="hidden upright:contents">{tools}</div>
          <span className="ml-2 text-14 text-soft upright:hidden">{words.size}</span>
          <TextSize text={text} />
        </div>
        <div style={{ fontSize: `${text.size}rem` }} className="leading-[1.55]">
          {outline.map((part) => (
            <PartText
              key={part.key}
              part={part}
              model={model}
              keys={keys}
              live={shown.live?.slide ?? null}
              assets={assets}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface PartTextProps {
  readonly part: OutlinePart;
  readonly model: DeckModel;
  readonly keys: readonly string[];
  /** Running number of the slide on the stage. */
  readonly live: number | null;
  readonly assets: TextViewProps['assets'];
}

function PartText({ part, model, keys, live, assets }: PartTextProps) {
  const { title, fromSlide, toSlide } = part;
  return (
    <section className="border-t border-line pt-6 pb-4 first:border-t-0">
      {title !== '' && (
        <h2 className="mb-2 text-[1.5em] leading-[1.2] font-semibold tracking-tight [overflow-wrap:anywhere]">
          {title}
        </h2>
      )}
      {model.slides.slice(fromSlide, toSlide).map((slide, index) => (
        <SlideArticle
          key={keys[slide.index]}
          slide={slide.index}
          of={model.slides.length}
          onStage={slide.index === live}
        >
          <SlideText
            source={slide.source}
            frontMatter={model.frontMatter}
            assets={assets}
            under={title === '' ? 1 : 2}
            headed={index === 0 && title !== '' && slide.headings[0]?.text === title}
          />
        </SlideArticle>
      ))}
    </section>
  );
}

interface SlideArticleProps {
  readonly slide: number;
  readonly of: number;
  readonly onStage: boolean;
  readonly children: ReactNode;
}

function SlideArticle({ slide, of, onStage, children }: SlideArticleProps) {
  return (
    <article
      data-slide={slide}
      tabIndex={-1}
      aria-current={onStage ? 'true' : undefined}
      className={clsx(
        '-ml-4 min-h-24 border-l-3 py-3 pl-[calc(1rem-3px)] outline-none focus-visible:outline-none',
        onStage ? 'border-live' : 'border-transparent',
      )}
    >
      <p className="mb-1.5 flex min-h-6 items-center gap-4 text-soft">
        <span className="tabular text-14">{words.slide(slide + 1, of)}</span>
        {onStage && <StatusMark status="live">{words.onStage}</StatusMark>}
      </p>
      {children}
    </article>
  );
}
