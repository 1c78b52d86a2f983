import { sayDay } from '#lib/dates/say-when.ts';
import type { ImportedNote } from '#lib/corrections/correction-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { RecordView } from '#lib/views.ts';

const words = messages.corrections.imported;

interface ImportedLinesProps {
  readonly record: Pick<RecordView, 'provenance' | 'imported' | 'series'>;
}

/** Where an imported record is from, that its words were not frozen here, and what was put right in what is known of it. */
export function ImportedLines({ record: { provenance, imported, series } }: ImportedLinesProps) {
  if (provenance.type !== 'import') return null;
  const dayOf = (at: string): string => sayDay(new Date(at), series.timeZone, new Date(0));
  return (
    <div className="mt-3 max-w-[72ch] [overflow-wrap:anywhere]">
      <p>
        {words.from(provenance.file, dayOf(provenance.importedAt))} {words.notFrozen}
      </p>
      {imported?.notes.map((note) => (
        <p key={`${note.type} ${note.from}`}>{sentence(note, dayOf(note.at))}</p>
      ))}
    </div>
  );
}

function sentence({ type, from, by }: ImportedNote, day: string): string {
  if (type === 'date') return words.dateWas(messages.deck.day(from), day, by);
  return type === 'title' ? words.titleWas(from, day, by) : words.teamWas(from, day, by);
}
