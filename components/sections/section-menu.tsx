'use client';

import { useState, type ReactNode } from 'react';
import { Menu, MenuChoice, MenuItem, MenuRule } from '#components/ui/menu.tsx';
import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { sectionStatusSchema, type RunningOrder, type SectionRow } from '#lib/sections/running-order.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import type { SectionLink } from './section-actions.ts';
import { SectionDialog, type Asking } from './section-dialog.tsx';
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
  /** Makes a link to write this section. */
  readonly link: () => Promise<SectionLink>;
  readonly trigger: ReactNode;
  /** More to do, below the rest. */
  readonly children?: ReactNode;
}

/** Everything that can be done with a section beside its text. */
export function SectionMenu(props: SectionMenuProps) {
  const { placed, may, personId, changing, trigger, children } = props;
  const [asking, setAsking] = useState<Asking | null>(null);
  const { row, section } = placed;
  return (
    <>
      <Menu label={words.menu(section.title)} trigger={trigger}>
        {row !== null && may.write && <ReportItems row={row} personId={personId} changing={changing} ask={setAsking} />}
        {row !== null && may.manage && <HostItems row={row} changing={changing} ask={setAsking} />}
        {row !== null && mayLink(row, props) && (
          <MenuItem onSelect={() => setAsking('link')}>{words.link.make}</MenuItem>
        )}
        {children}
      </Menu>
      {row !== null && asking !== null && (
        <SectionDialog {...props} row={row} asking={asking} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** A link is for the reporter: made by themselves, their deputy, or a host. */
function mayLink({ reporter, deputy }: SectionRow, { may, personId }: SectionMenuProps): boolean {
  if (reporter === null || personId === null) return false;
  return may.manage || (may.write && [reporter.id, deputy?.id].includes(personId));
}

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
