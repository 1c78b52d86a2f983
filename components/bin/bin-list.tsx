import Link from 'next/link';
import type { DeletedRow } from '#lib/bin/bin-views.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { BinActions } from './bin-actions.ts';
import { RestoreButton } from './restore-button.tsx';
import { sayCallDay } from './say-call-day.ts';

const words = messages.bin;

interface BinListProps {
  readonly rows: readonly DeletedRow[];
  readonly label: string;
  readonly restore: BinActions;
}

/** What was deleted: when, by whom, how long it is kept, and the way back. */
export function BinList({ rows, label, restore }: BinListProps) {
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <BinRow key={row.id} row={row} restore={restore[row.kind].bind(null, row.id)} />
      ))}
    </ul>
  );
}

function BinRow({ row, restore }: { readonly row: DeletedRow; readonly restore: () => Promise<string | null> }) {
  const { name, address, date, by, deletedAt, timeZone } = row;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium [overflow-wrap:anywhere]">
          <Link href={address} prefetch={false} className="underline-offset-4 hover:underline">
            {name}
          </Link>
          {date !== null && <span className="tabular ml-3 text-14 font-normal text-soft">{sayCallDay(row)}</span>}
        </p>
        <p className="text-14 text-soft">
          {words.row.by(by, sayShortDay(new Date(deletedAt), timeZone))} ·{' '}
          <span className="tabular">{words.row.left(row.daysLeft)}</span>
        </p>
      </div>
      <RestoreButton name={name} restore={restore} here={false} />
    </li>
  );
}
