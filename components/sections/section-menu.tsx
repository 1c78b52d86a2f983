'use client';

import { useState, type ReactNode } from 'react';
import { Menu, MenuChoice, MenuItem, MenuRule } from '#components/ui/menu.tsx';
import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { sectionStatusSchema, type RunningOrder, type SectionRow } from '#lib/sections/running-order.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import { GiveDialog } from './give-dialog.tsx';
import { peopleFor } from './reporters.ts';
import { TimeDialog } from './time-dialog.tsx';
import type { SectionChanging } from './use-section-change.ts';

const words = messages.sections;

/** What a person may do with sections. */
export interface SectionMay {
  /** Status, take, give. */
  readonly write: boolean;
  /** What only a host may: leave out, plan time. */
  readonly manage: boolean;
}

interface SectionMenuProps {
  readonly placed: PlacedSection;
  readonly order: RunningOrder;
  readonly may: SectionMay;
  /** Who looks at it. */
  readonly personId: string | null;
  readonly here: readonly Presence[];
  readonly changing: SectionChanging;
  readonly trigger: ReactNode;
  /** More to do, below the rest. */
  readonly children?: ReactNode;
}

/** Everything that can be done with a section beside its text. */
export function SectionMenu({ placed, order, may, personId, here, changing, trigger, children }: SectionMenuProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { row, section } = placed;
  return (
    <>
      <Menu label={words.menu(section.title)} trigger={trigger}>
        {row !== null && may.write && <ReportItems row={row} personId={personId} changing={changing} ask={setAsking} />}
        {row !== null && may.manage && <HostItems row={row} changing={changing} ask={setAsking} />}
        {children}
      </Menu>
      {(asking === 'reporter' || asking === 'deputy') && (
        <GiveDialog
          title={asking === 'reporter' ? words.give.title(section.title) : words.give.deputyTitle(section.title)}
          people={peopleFor(placed, order)}
          here={here}
          onGive={(to) => changing.change({ type: asking, to })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'time' && row !== null && (
        <TimeDialog
          title={words.time.title(section.title)}
          seconds={row.plannedSeconds}
          onPlan={(seconds) => changing.change({ type: 'time', seconds })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** What a dialog asks. */
type Asking = 'reporter' | 'deputy' | 'time';

interface ItemsProps {
  readonly row: SectionRow;
  readonly changing: SectionChanging;
  readonly ask: (asking: Asking) => void;
}

function ReportItems({ row, personId, changing, ask }: ItemsProps & { readonly personId: string | null }) {
  const { status, reporter, deputy } = row;
  return (
    <>
      <StatusChoice status={status} changing={changing} />
      <MenuRule />
      {reporter?.id !== personId && (
        <MenuItem onSelect={() => changing.change({ type: 'take' })}>{words.take}</MenuItem>
      )}
      <MenuItem onSelect={() => ask('reporter')}>{words.giveTo}</MenuItem>
      {reporter !== null && (
        <MenuItem onSelect={() => changing.change({ type: 'reporter', to: null })}>
          {reporter.id === personId ? words.giveUp : words.nobody}
        </MenuItem>
      )}
      <MenuItem onSelect={() => ask('deputy')}>{words.chooseDeputy}</MenuItem>
      {deputy !== null && (
        <MenuItem onSelect={() => changing.change({ type: 'deputy', to: null })}>{words.noDeputy}</MenuItem>
      )}
    </>
  );
}

function HostItems({ row: { skipped }, changing, ask }: ItemsProps) {
  return (
    <>
      <MenuRule />
      <MenuItem onSelect={() => changing.change({ type: 'skip', skipped: !skipped })}>
        {skipped ? words.unskip : words.skip}
      </MenuItem>
      <MenuItem onSelect={() => ask('time')}>{words.planTime}</MenuItem>
    </>
  );
}

const STATUSES = sectionStatusSchema.options.map((value) => ({ value, title: words.status[value] }));

function StatusChoice({ status, changing }: { readonly status: string; readonly changing: SectionChanging }) {
  const choose = (value: string): void => {
    const chosen = sectionStatusSchema.safeParse(value);
    if (chosen.success && value !== status) changing.change({ type: 'status', status: chosen.data });
  };
  return <MenuChoice value={status} onChange={choose} options={STATUSES} />;
}
