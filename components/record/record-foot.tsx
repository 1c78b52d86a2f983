import Link from 'next/link';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary, RecordView } from '#lib/views.ts';
import { EditionLine } from './edition-line.tsx';

const words = messages.call.record;

/** What is known of a record besides its text: its edition, where it came from, what is missing, its neighbours. */
export function RecordFoot({ record }: { readonly record: RecordView }) {
  const { edition, editions, provenance, missingPictures, series } = record;
  return (
    <footer className="mt-12 border-t border-line pt-4 text-14 text-soft">
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <EditionLine
          number={edition.number}
          sealed={edition.sealed}
          sealsAt={edition.sealsAt}
          timeZone={series.timeZone}
        />
        {editions.length > 1 &&
          editions
            .filter(({ number }) => number !== edition.number)
            .map((other) => (
              <Link key={other.id} href={other.address} className="link-text">
                {words.edition(other.number)}
              </Link>
            ))}
        {provenance.type === 'import' && <p className="[overflow-wrap:anywhere]">{words.imported(provenance.file)}</p>}
        {missingPictures.length > 0 && <Missing addresses={missingPictures} />}
      </div>
      <nav aria-label={messages.archive.title} className="mt-8 grid gap-4 tablet:grid-cols-2">
        <Neighbour call={record.previous} label={words.earlier} side="left" />
        <Neighbour call={record.next} label={words.later} side="right" />
      </nav>
    </footer>
  );
}

function Missing({ addresses }: { readonly addresses: readonly string[] }) {
  return (
    <details>
      <summary className="underline-offset-4 hover:underline">{words.missing(addresses.length)}</summary>
      <ul className="mt-2 font-mono text-12">
        {addresses.map((address) => (
          <li key={address} className="[overflow-wrap:anywhere]">
            {address}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Neighbour({
  call,
  label,
  side,
}: {
  readonly call: CallSummary | null;
  readonly label: string;
  readonly side: 'left' | 'right';
}) {
  if (call === null) return <span />;
  const at = new Date(call.when.at);
  return (
    <Link
      href={call.addresses.call}
      className={`group flex min-h-11 flex-col py-1 ${side === 'right' ? 'tablet:items-end tablet:text-right' : ''}`}
    >
      <span className="text-12">{label}</span>
      <span className="font-medium text-ink [overflow-wrap:anywhere] group-hover:underline group-hover:underline-offset-4">
        {call.title}
      </span>
      <time dateTime={call.when.date} className="text-12">
        {sayDay(at, call.when.timeZone, new Date(0))}
      </time>
    </Link>
  );
}
