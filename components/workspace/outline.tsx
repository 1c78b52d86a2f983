'use client';

import { clsx } from 'clsx';
import { memo, useDeferredValue, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { SectionExtras, type OutlineExtras } from './section-extras.tsx';
import { SectionFacts } from './section-facts.tsx';
import { HintMark } from './hint-mark.tsx';
import type { OutlineSection, OutlineSlide } from './outline-rows.ts';

/** Takes editor and slides to a slide: `write` also moves the keyboard into the editor, `look` leaves it where it is. */
export type ChooseSlide = (slide: number, keyboard: 'write' | 'look') => void;

interface OutlineProps {
  readonly rows: ExternalStore<readonly OutlineSection[]>;
  readonly current: ExternalStore<number>;
  readonly onChoose: ChooseSlide;
  /** What is done with sections beside their text; null where there is nothing to do, or not yet. */
  readonly extras: OutlineExtras | null;
  /** Stands above the sections. */
  readonly head?: ReactNode;
}

const words = messages.deck.outline;

/** Sections and slides of the deck. Arrow keys go through the slides, Enter or a click goes on to write there. */
export function Outline({ rows, current, onChoose, extras, head }: OutlineProps) {
  // Deferred: the list may be long, and typing must not wait for it.
  const sections = useDeferredValue(useStore(rows));
  const slide = useDeferredValue(useStore(current));
  const empty =
    sections.length === 0 || (sections.length === 1 && sections[0]?.opens === null && sections[0].slides.length === 0);
  return (
    // Contained: without, the browser looks through hundreds of rows with each letter that is painted beside them.
    <nav aria-label={words.label} className="contain-strict h-full overflow-y-auto overscroll-contain py-3">
      {head}
      {empty && <p className="px-4 text-14 text-soft">{words.empty}</p>}
      <ol>
        {sections.map((section, at) => (
          <SectionPart
            key={section.key}
            section={section}
            current={within(section, slide) ? slide : null}
            first={at === 0}
            onChoose={onChoose}
            extras={extras}
          />
        ))}
      </ol>
    </nav>
  );
}

interface SectionPartProps {
  readonly section: OutlineSection;
  /** The current slide when it is one of this section. */
  readonly current: number | null;
  readonly first: boolean;
  readonly onChoose: ChooseSlide;
  readonly extras: OutlineExtras | null;
}

const SectionPart = memo(function SectionPart({ section, current, first, onChoose, extras }: SectionPartProps) {
  const { title, opens, slides } = section;
  return (
    <li className={clsx('group relative', !first && 'mt-2.5')}>
      {title !== null && opens === null && (
        <p className="truncate py-1 pl-11 text-14 font-semibold" title={title}>
          {title}
        </p>
      )}
      {title !== null && opens !== null && (
        <SlideRow {...opens} level="section" current={opens.index === current} onChoose={onChoose} />
      )}
      <SectionFacts facts={section.facts} />
      {extras !== null && title !== null && <SectionExtras sectionKey={section.key} title={title} extras={extras} />}
      <ol>
        {slides.map((slide) => (
          <li key={slide.index}>
            <SlideRow {...slide} level="slide" current={slide.index === current} onChoose={onChoose} />
          </li>
        ))}
      </ol>
    </li>
  );
});

interface SlideRowProps extends OutlineSlide {
  readonly level: 'section' | 'slide';
  readonly current: boolean;
  readonly onChoose: ChooseSlide;
}

function SlideRow({ index, title, faults, level, current, onChoose }: SlideRowProps) {
  return (
    <button
      type="button"
      ref={current ? scrollThere : undefined}
      data-slide={index}
      title={title}
      aria-current={current ? 'true' : undefined}
      tabIndex={current ? 0 : -1}
      onClick={() => onChoose(index, 'write')}
      onKeyDown={(event) => goByKey(event, onChoose)}
      className={clsx(
        'flex min-h-11 w-full items-center gap-2 border-l-2 py-1 pr-3 pl-3 text-left text-14 -outline-offset-2 desk:min-h-7',
        current ? 'border-accent bg-accent-wash' : 'border-transparent hover:bg-well',
        level === 'section' && 'pr-12',
        level === 'section' ? 'font-semibold text-ink' : current ? 'text-ink' : 'text-soft hover:text-ink',
      )}
    >
      <span className="tabular w-5.5 shrink-0 text-right text-12 font-normal text-soft">{index + 1}</span>
      <span className="truncate">{title}</span>
      {faults > 0 && <FaultMark faults={faults} />}
    </button>
  );
}

/** That something in the slide does not do what was meant; what it is says the list of hints. */
function FaultMark({ faults }: { readonly faults: number }) {
  const said = messages.deck.hints.count(faults);
  return (
    <span className="ml-auto shrink-0 pl-1" title={said}>
      <HintMark weight="fault" />
      <span className="sr-only">{said}</span>
    </span>
  );
}

function within({ opens, slides }: OutlineSection, slide: number): boolean {
  return slide === opens?.index || slides.some(({ index }) => index === slide);
}

function scrollThere(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

function goByKey(event: KeyboardEvent<HTMLElement>, onChoose: ChooseSlide): void {
  const rows = [
    ...(event.currentTarget.closest('nav') ?? event.currentTarget).querySelectorAll<HTMLButtonElement>(
      'button[data-slide]',
    ),
  ];
  const at = rows.findIndex((row) => row === document.activeElement);
  const target = rows[targetOf(event.key, at, rows.length)];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
  onChoose(Number(target.dataset['slide']), 'look');
}

/** Where a key leads from row `at` of `count`; -1 when it leads nowhere. */
function targetOf(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
