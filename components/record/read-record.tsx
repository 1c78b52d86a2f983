import '#components/live/slide-text.css';
import './reading.css';
import { clsx } from 'clsx';
import Link from 'next/link';
import { messages } from '#lib/messages/en.ts';
import { readSlides } from '#lib/record/read-slides.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordView } from '#lib/views.ts';
import { Minutes } from './minutes.tsx';
import { ReadPart, saysItsName } from './read-part.tsx';
import { anchorOf } from './slide-anchor.ts';

const words = messages.reading;
/** From so many slides on a browser is busy with laying them out. */
const MANY = 80;

interface ReadRecordProps {
  readonly record: RecordView;
  /** The section that alone is shown; null for the whole record. */
  readonly section: RecordPart | null;
}

/** A record as a page to read, made on the server: its words and pictures, section by section. */
export function ReadRecord({ record, section }: ReadRecordProps) {
  if (record.kind === 'minutes') return <Minutes record={record} />;
  // Where a section does not say its name its slides stand under the page's.
  const under = (part: RecordPart): number => (section === null && saysItsName(part, record) ? 2 : 1);
  const { text, parts, pictures, pictureSizes: sizes } = record;
  const shown = section === null ? parts : [section];
  const read = readSlides({ text, parts: shown, assets: pictures.assets, sizes }, under);
  return (
    <div className="desk:grid desk:grid-cols-[minmax(0,1fr)_14rem] desk:gap-12">
      <div
        className={clsx('reading font-read', record.slides.length > MANY && 'reading-long')}
        {...(read.lang === null ? {} : { lang: read.lang })}
        {...(read.dir === 'rtl' ? { dir: 'rtl' } : {})}
      >
        {read.parts.map(({ part, slides }) => (
          <ReadPart key={part.key} part={part} slides={slides} record={record} headed={section === null} />
        ))}
        <NothingThisTime parts={shown} />
      </div>
      {section === null && <Contents parts={read.parts.map(({ part }) => part)} slides={record.slides} />}
    </div>
  );
}

/** Who said that there was nothing, so that a gap is told from silence. */
function NothingThisTime({ parts }: { readonly parts: readonly RecordPart[] }) {
  const nothing = parts.filter(({ status, address }) => status === 'nothing' && address === null);
  if (nothing.length === 0) return null;
  return (
    <section aria-labelledby="nothing-this-time" className="reading-part">
      <h2 id="nothing-this-time" className="reading-heading">
        {words.nothing}
      </h2>
      <ul className="reading-list list-disc pl-[1.4em]">
        {nothing.map(({ key, title, reporter }) => (
          <li key={key} className="[overflow-wrap:anywhere]">
            {title}
            {reporter !== null && <span className="text-soft"> – {reporter}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ContentsProps {
  readonly parts: readonly RecordPart[];
  readonly slides: RecordView['slides'];
}

function Contents({ parts, slides }: ContentsProps) {
  const named = parts.filter(({ title }) => title !== '');
  if (named.length < 2) return null;
  return (
    <nav aria-label={words.contents} className="order-last hidden desk:block print:hidden">
      <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto">
        <h2 className="label-caps mb-1 border-b border-line pb-2">{words.contents}</h2>
        <ol>
          {named.map(({ key, title, fromSlide, toSlide }) => (
            <li key={key}>
              <Link
                href={`#${anchorOf(slides[fromSlide])}`}
                className="-ml-2 flex items-baseline justify-between gap-3 rounded-6 px-2 py-1.5 text-14 text-soft hover:bg-well hover:text-ink"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>
                <span className="tabular">{toSlide - fromSlide}</span>
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}
