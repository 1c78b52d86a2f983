import Link from 'next/link';
import { CorrectLink } from '#components/corrections/correct-link.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordView } from '#lib/views.ts';

const words = messages.reading;

/** A record as a list: every section with who reported it, and the headings of its slides. */
export function RecordOutline({ record }: { readonly record: Pick<RecordView, 'parts' | 'slides'> }) {
  return (
    <ol className="max-w-[46rem]">
      {record.parts.map((part) => (
        <OutlinePart key={part.key} part={part} slides={record.slides} />
      ))}
    </ol>
  );
}

interface OutlinePartProps {
  readonly part: RecordPart;
  readonly slides: RecordView['slides'];
}

function OutlinePart({ part, slides }: OutlinePartProps) {
  const { title, address, fromSlide, toSlide, team, reporter, status } = part;
  // One that was skipped was not part of the call.
  if (address === null && status !== 'nothing') return null;
  const inside = slides.slice(fromSlide, toSlide);
  const name = title === '' ? words.untitled(fromSlide + 1) : title;
  // Its first slide says the same.
  const more = inside.filter(({ heading }, index) => index > 0 || (heading !== '' && heading !== title));
  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-0">
      <div className="flex items-baseline gap-4">
        <span className="tabular w-7 shrink-0 text-right text-14 text-soft">{address !== null && fromSlide + 1}</span>
        <h2 className="flex min-w-0 flex-1 items-baseline gap-2.5 text-16 font-semibold">
          {team !== null && <TeamMark team={team} />}
          {address === null ? (
            name
          ) : (
            <Link href={address} className="min-w-0 underline-offset-4 hover:underline">
              {name}
            </Link>
          )}
        </h2>
        <span className="tabular shrink-0 text-14 text-soft">
          {address === null ? words.nothing : words.slideCount(inside.length)}
        </span>
      </div>
      {reporter !== null && (
        <p className="pl-11 text-14 text-soft [overflow-wrap:anywhere]">{words.reportedBy(reporter)}</p>
      )}
      <CorrectLink part={part} className="pl-11" />
      {more.length > 0 && <OutlineSlides slides={more} />}
    </li>
  );
}

function OutlineSlides({ slides }: Pick<OutlinePartProps, 'slides'>) {
  return (
    <ol className="mt-1">
      {slides.map((slide) => (
        <li key={slide.address}>
          <Link
            href={slide.address}
            prefetch={false}
            className="-mr-2 flex min-h-11 items-baseline gap-4 rounded-6 py-2.5 pr-2 text-14 hover:bg-well tablet:min-h-0 tablet:py-0.5"
          >
            <span className="tabular w-7 shrink-0 text-right text-soft">{slide.index + 1}</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {slide.heading === '' ? (
                <span className="text-soft">{words.untitled(slide.index + 1)}</span>
              ) : (
                slide.heading
              )}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
