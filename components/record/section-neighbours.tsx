import Link from 'next/link';
import { messages } from '#lib/messages/en.ts';
import type { RecordPart } from '#lib/record/record-part.ts';

const words = messages.reading;

interface SectionNeighboursProps {
  readonly parts: readonly RecordPart[];
  readonly section: RecordPart;
  /** Address of the whole record. */
  readonly record: string;
}

/** On from a section that is read alone: the one before, the one after, the whole record. */
export function SectionNeighbours({ parts, section, record }: SectionNeighboursProps) {
  const shown = parts.filter(({ address }) => address !== null);
  const at = shown.findIndex(({ key }) => key === section.key);
  const links = [
    { part: shown[at - 1], label: words.before },
    { part: shown[at + 1], label: words.after },
  ];
  return (
    <nav
      aria-label={words.contents}
      className="mt-6 flex flex-wrap items-center gap-x-8 border-t border-line pt-3 text-14 print:hidden"
    >
      <Link href={record} className="link-text flex min-h-11 items-center">
        {words.wholeRecord}
      </Link>
      {links.map(
        ({ part, label }) =>
          part !== undefined &&
          part.address !== null && (
            <Link key={label} href={part.address} className="flex min-h-11 items-center gap-2 hover:underline">
              <span className="text-soft">{label}:</span>
              <span className="font-medium [overflow-wrap:anywhere]">{part.title}</span>
            </Link>
          ),
      )}
    </nav>
  );
}
