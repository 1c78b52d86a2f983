'use client';

import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { openOutside } from '#components/connection/open-outside.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { Stage } from '#components/stage/stage.tsx';
import { messages } from '#lib/messages/en.ts';
import type { LiveView } from '#lib/views.ts';
import { StagePoint } from './stage-point.tsx';
import type { LiveCourse } from './live-course.ts';
import { TextSize } from './audience-tools.tsx';
import type { TextSettings } from './use-text-view.ts';
import type { AudienceNow } from './use-audience.ts';

const SlideText = lazy(async () => ({ default: (await import('./slide-text.tsx')).SlideText }));

/** What was pressed may have been a link, which says so a moment later (ms). */
const LINK_MS = 80;

interface StageAndTextProps {
  readonly session: DeckSession;
  readonly now: AudienceNow;
  readonly course: LiveCourse;
  readonly view: LiveView;
  /** Address of the stage document. */
  readonly stage: string;
  readonly text: TextSettings;
  /** Whether there is room for the text of the slide below it. */
  readonly withText: boolean;
  /** Somebody pressed the slide, and no link on it. */
  readonly onPress: () => void;
  /** What stands below the text on an upright phone. */
  readonly tools: ReactNode;
}

/** The stage. On a phone held upright the slide is a sheet of its own shape, and below it stands what it says, as text. */
export function StageAndText({ session, now, course, view, stage, text, withText, onPress, tools }: StageAndTextProps) {
  const { model, shown } = now;
  const slide = model.slides[shown.position.slide];
  const press = usePress(onPress);
  return (
    <div className="flex min-h-0 flex-1 flex-col upright:overflow-y-auto upright:overscroll-contain">
      <div className="relative min-h-0 flex-1 bg-well upright:aspect-[4/3] upright:flex-none">
        <Stage
          model={model}
          assets={view.pictures.assets}
          foreignPictures={view.pictures.foreignPictures}
          src={stage}
          position={shown.position}
          onMove={course.moved}
          onLink={(address) => {
            press.forget();
            openOutside(address);
          }}
          onPressed={press.begin}
          keyboard
          label={messages.live.stageLabel}
        />
        {shown.role === 'following' && <StagePoint session={session} />}
        {/* There before its words are: else they might not be spoken. */}
        <p
          role="status"
          className="absolute inset-0 grid place-items-center bg-[#000] p-8 text-center text-16 text-[#bbb] empty:sr-only"
        >
          {shown.blank && shown.role !== 'apart' && <span className="max-w-[40ch]">{messages.live.blanked}</span>}
        </p>
      </div>
      {withText && (
        <div className="px-4 pt-4 pb-6">
          <section
            aria-label={messages.audience.text.slideLabel}
            style={{ fontSize: `${text.size}rem` }}
            className="min-h-24 leading-[1.55]"
          >
            {slide !== undefined && (
              <Suspense>
                <SlideText
                  source={slide.source}
                  frontMatter={model.frontMatter}
                  assets={view.pictures.assets}
                  under={1}
                  headed={false}
                />
              </Suspense>
            )}
          </section>
          <div className="-mx-2 mt-6 flex flex-wrap items-center border-t border-line pt-1">
            {tools}
            <TextSize text={text} />
          </div>
        </div>
      )}
    </div>
  );
}

function usePress(onPress: () => void): { readonly begin: () => void; readonly forget: () => void } {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const forget = () => clearTimeout(waiting.current);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    forget,
    begin: () => {
      forget();
      waiting.current = setTimeout(() => {
        // A film that was pressed has its own window by now.
        if (document.querySelector('dialog[open]') === null) onPress();
      }, LINK_MS);
    },
  };
}
