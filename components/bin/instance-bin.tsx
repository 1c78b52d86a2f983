import { PagePart } from '#components/ui/page.tsx';
import type { DeletedRow } from '#lib/bin/bin-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { BinActions } from './bin-actions.ts';
import { BinList } from './bin-list.tsx';

const words = messages.bin.instance;

interface InstanceBinProps {
  readonly rows: readonly DeletedRow[];
  readonly restore: BinActions;
}

/** The deleted series of an instance, for its admins. */
export function InstanceBin({ rows, restore }: InstanceBinProps) {
  return (
    <PagePart title={words.title}>
      {rows.length === 0 && <p className="pt-4 text-14 text-soft">{words.none}</p>}
      <BinList rows={rows} label={words.title} restore={restore} />
    </PagePart>
  );
}
