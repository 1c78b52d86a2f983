import Link from 'next/link';
import { CorrectLink } from '#components/corrections/correct-link.tsx';
import { ChangeLine } from '#components/archive/change-line.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { ReadSlides } from '#lib/record/read-slides.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordView } from '#lib/views.ts';
import { anchorOf } from './slide-anchor.ts';
import { slidesHtml } from './slide-html.ts';

const words = messages.reading;

interface ReadPartProps {
  readonly part: RecordPart;
  readonly slides: ReadSlides<RecordPart>['parts'][number]['slides'];
  readonly record: Pick<RecordView, 'call' | 'slides'>;
  /** Whether the section says its name; where it is the page's own, the page does. */
  readonly headed: boolean;
}

/** A section to read: its heading, who reported it, and slide by slide what it said, with each slide's number in the margin. */
export function ReadPart({ part, slides, record, headed }: ReadPartProps) {
  const { title } = part;
  const first = record.slides[part.fromSlide];
  const shown = headed && saysItsName(part, record);
  // Then such a slide may have nothing left to say.
  const silent = !shown && slides.every(({ headingOnly }) => headingOnly);
  return (
    <section id={anchorOf(first)} className="reading-part" {...(title === '' ? {} : { 'aria-label': title })}>
      {shown && <PartHeading part={part} />}
      {!silent && (
        <div
          // Made by the strict renderer, and by `slidesHtml`, which escapes what it adds.
          dangerouslySetInnerHTML={{ __html: slidesHtml(slides, part, record) }}
        />
      )}
      {part.changes !== null && (
        <div className="reading-row font-sans print:hidden">
          <div className="reading-margin" />
          <ChangeLine changes={part.changes} />
        </div>
      )}
    </section>
  );
}

/** Whether a section has a heading on the page of its record: the first slide of a deck says what the page says above it. */
export function saysItsName({ title }: RecordPart, { call }: Pick<RecordView, 'call'>): boolean {
  return title !== '' && title !== call.title;
}

function PartHeading({ part }: { readonly part: RecordPart }) {
  const { title, team, address } = part;
  return (
    <header className="reading-row">
      <div className="reading-margin" />
      <div className="min-w-0">
        <h2 className="reading-heading flex flex-wrap items-baseline gap-x-3">
          {team !== null && <TeamMark team={team} />}
          <Link href={address ?? ''} className="min-w-0 underline-offset-4 hover:underline">
            {title}
          </Link>
        </h2>
        <PartFacts part={part} />
        <CorrectLink part={part} />
      </div>
    </header>
  );
}

/** Whose section it is where its heading does not say so, and who reported it where its slides do not. */
export function PartFacts({ part: { title, team, reporter, named } }: { readonly part: RecordPart }) {
  const other = team === null || team.name === title ? null : team;
  const silent = reporter === null || named ? null : words.reportedBy(reporter);
  if (other === null && silent === null) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 font-sans text-14 text-soft">
      {other !== null && (
        <Link href={other.address} className="underline-offset-4 hover:underline">
          {other.name}
        </Link>
      )}
      {silent !== null && <span>{silent}</span>}
    </p>
  );
}
