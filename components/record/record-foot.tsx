import Link from 'next/link';
import type { CallActions } from '#components/call/call-actions.ts';
import { TakeAlongFolded } from '#components/export/take-along.tsx';
import { MissingPictures } from '#components/closing/missing-pictures.tsx';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary, RecordView } from '#lib/views.ts';
import { ImportedLines } from '#components/corrections/imported-lines.tsx';
import { HelloLine } from './hello-line.tsx';
import { EditionLine } from './edition-line.tsx';

const words = messages.call.record;

interface RecordFootProps {
  readonly record: RecordView;
  readonly actions: Pick<CallActions, 'removeHello' | 'gatherAgain'>;
}

/** What is known of a record besides its text: its edition, where it came from, what is missing, its neighbours. */
export function RecordFoot({ record, actions }: RecordFootProps) {
  const { edition, editions, missingPictures, missingBecause, series } = record;
  const { outcome } = record.call;
  return (
    <footer className="mt-12 border-t border-line pt-4 text-14 text-soft">
      <div className="print:hidden">
        <TakeAlongFolded thing={{ edition: edition.id }} />
      </div>
      <HelloLine hellos={record.hellos} remove={series.may.manage ? actions.removeHello : null} />
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
        {outcome !== null && <p className="basis-full">{messages.closing.outcomeTexts[outcome]}</p>}
        {missingPictures.length + missingBecause.length > 0 && (
          <MissingPictures
            addresses={missingPictures}
            because={missingBecause}
            gatherAgain={record.may.resume ? actions.gatherAgain : null}
          />
        )}
        <p className="[overflow-wrap:anywhere]">
          {messages.reading.checksum} <span className="font-mono text-12">{edition.checksum}</span>
        </p>
      </div>
      <ImportedLines record={record} />
      <nav aria-label={messages.archive.title} className="mt-8 grid gap-4 tablet:grid-cols-2 print:hidden">
        <Neighbour call={record.previous} label={words.earlier} side="left" />
        <Neighbour call={record.next} label={words.later} side="right" />
      </nav>
    </footer>
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
