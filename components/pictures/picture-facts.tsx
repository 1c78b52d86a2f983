import Link from 'next/link';
import type { PictureUse, SeriesPicture } from '#lib/assets/series-pictures-view.ts';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.pictures.row;
/** So many uses are seen at once. */
const FIRST = 3;

interface PictureFactsProps {
  readonly picture: SeriesPicture;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What is known of a picture: name, size, where it is from, what it shows, where it is used. */
export function PictureFacts({ picture, timeZone, madeAt }: PictureFactsProps) {
  const { name, alt, credit, source, damagedSince } = picture;
  const day = (at: string) => sayDay(new Date(at), timeZone, new Date(madeAt));
  return (
    <>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="tabular text-14 text-soft">{sizeOf(picture, day(picture.broughtAt))}</p>
      {damagedSince !== null && <p className="mt-1 text-14 font-semibold">{words.damaged(day(damagedSince))}</p>}
      <p className={`mt-1 max-w-[72ch] text-16 [overflow-wrap:anywhere] ${alt === '' ? 'text-soft italic' : ''}`}>
        {alt === '' ? words.noAlt : alt}
      </p>
      {credit !== '' && (
        <p className="text-14 [overflow-wrap:anywhere]">
          <span className="text-soft">{words.credit}</span> {credit}
        </p>
      )}
      {source !== null && (
        <p className="text-14 text-soft [overflow-wrap:anywhere]">
          {words.source}{' '}
          <a href={source} rel="noreferrer noopener" className="underline-offset-4 hover:underline">
            {source}
          </a>
        </p>
      )}
      <Uses picture={picture} day={day} />
    </>
  );
}

function sizeOf({ width, height, bytes, broughtBy }: SeriesPicture, on: string): string {
  return [
    ...(width === null || height === null ? [] : [words.size(width, height)]),
    messages.pictures.bytes(bytes),
    words.brought(on, broughtBy),
  ].join(' · ');
}

function Uses({ picture, day }: { readonly picture: SeriesPicture; readonly day: (at: string) => string }) {
  const { uses, unused } = picture;
  if (uses.length === 0)
    return (
      <p className="mt-1 text-14 text-soft">
        {unused === null ? words.notUsed : words.unused(day(unused.since), day(unused.until))}
      </p>
    );
  const more = uses.slice(FIRST);
  return (
    <div className="mt-1 text-14">
      <p className="sr-only">{words.uses}</p>
      <UseList uses={uses.slice(0, FIRST)} day={day} />
      {more.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-soft hover:text-ink tablet:min-h-0">
            {words.more(more.length)}
          </summary>
          <UseList uses={more} day={day} />
        </details>
      )}
    </div>
  );
}

function UseList({ uses, day }: { readonly uses: readonly PictureUse[]; readonly day: (at: string) => string }) {
  return (
    <ul aria-label={words.uses}>
      {uses.map((use) => (
        <li key={use.address} className="[overflow-wrap:anywhere]">
          <Link
            href={use.address}
            prefetch={false}
            className="inline-flex min-h-11 items-center py-1 underline-offset-4 hover:underline tablet:min-h-0 tablet:py-0"
          >
            {use.date === null ? use.title : `${use.title} · ${day(`${use.date}T12:00:00Z`)}`}
          </Link>{' '}
          <span className="text-soft">{words.use(use)}</span>
        </li>
      ))}
    </ul>
  );
}
