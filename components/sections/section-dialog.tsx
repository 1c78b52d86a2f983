import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { RunningOrder, SectionRow } from '#lib/sections/running-order.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import { GiveDialog } from './give-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { peopleFor } from './reporters.ts';
import type { SectionLink } from './section-actions.ts';
import { TimeDialog } from './time-dialog.tsx';
import type { SectionChanging } from './use-section-change.ts';

const words = messages.sections;

/** What a dialog of a section asks. */
export type Asking = 'reporter' | 'deputy' | 'time' | 'link';

interface SectionDialogProps {
  readonly asking: Asking;
  readonly placed: PlacedSection;
  readonly row: SectionRow;
  readonly order: RunningOrder;
  readonly here: readonly Presence[];
  readonly changing: SectionChanging;
  readonly link: () => Promise<SectionLink>;
  readonly onClose: () => void;
}

/** What a section's menu asks further. */
export function SectionDialog({ asking, placed, row, order, here, changing, link, onClose }: SectionDialogProps) {
  const { title } = placed.section;
  switch (asking) {
    case 'reporter':
    case 'deputy':
      return (
        <GiveDialog
          title={asking === 'reporter' ? words.give.title(title) : words.give.deputyTitle(title)}
          people={peopleFor(placed, order)}
          here={here}
          onGive={(to) => changing.change({ type: asking, to })}
          onClose={onClose}
        />
      );
    case 'link':
      return <LinkDialog section={title} reporter={row.reporter?.name ?? ''} make={link} onClose={onClose} />;
    case 'time':
      return (
        <TimeDialog
          title={words.time.title(title)}
          seconds={row.plannedSeconds}
          onPlan={(seconds) => changing.change({ type: 'time', seconds })}
          onClose={onClose}
        />
      );
  }
}
