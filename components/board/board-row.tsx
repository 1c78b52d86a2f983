'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { clsx } from 'clsx';
import { memo } from 'react';
import { Ellipsis, GripVertical } from 'lucide-react';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import { PersonDot } from '#components/frame/person-dot.tsx';
import type { Reporter } from '#components/sections/reporters.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { SectionMenu, type SectionMay } from '#components/sections/section-menu.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { useSectionChange } from '#components/sections/use-section-change.ts';
import { Ago } from '#components/time/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { MenuItem, MenuRule } from '#components/ui/menu.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { SectionRow } from '#lib/sections/running-order.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import Link from 'next/link';
import type { BoardFacts } from './board-facts.ts';

const words = messages.sections;

/** What all rows of a board have in common: the same object while none of it changes. */
export interface BoardFrame {
  /** Asked when a menu opens: whom a section can be given to. */
  readonly sections: SectionsStore;
  readonly here: readonly Presence[];
  readonly personId: string | null;
  readonly may: SectionMay;
  readonly actions: SectionActions;
  /** Status, reporters and time are used in this series. */
  readonly used: boolean;
  readonly timeZone: string;
  readonly madeAt: string;
  /** Moves a section by so many places; null while that cannot be done. */
  readonly move: ((from: number, to: number) => void) | null;
  readonly count: number;
  /** Address of the teams' page with this topic to make a team of, for who may; else null. */
  readonly makeTeam: (title: string) => string | null;
}

interface BoardRowProps {
  readonly frame: BoardFrame;
  readonly placed: PlacedSection;
  readonly facts: BoardFacts;
  readonly at: number;
  readonly id: string;
  /** Where it is written. */
  readonly address: string;
}

/** A section of the running order: two lines on a phone, one on a desk. Drawn again when something of it changes, not at every key. */
export const BoardRow = memo(function BoardRow({ frame, placed, facts, at, id, address }: BoardRowProps) {
  const { setNodeRef, transform, transition, isDragging, ...handle } = useSortable({
    id,
    disabled: frame.move === null,
  });
  const changing = useSectionChange(frame.actions, placed.row?.id ?? '');
  const title = placed.section.title === '' ? words.board.untitled : placed.section.title;
  return (
    <li
      ref={setNodeRef}
      // By the style object, which is not what the page's policy forbids.
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx('relative border-b border-line bg-paper py-2', isDragging && 'z-10 shadow-float')}
      aria-busy={changing.pending}
    >
      <div className="grid grid-cols-[2.75rem_minmax(0,1fr)_2.75rem] items-center gap-x-2 desk:grid-cols-[2.25rem_minmax(0,1fr)_auto_2.5rem]">
        {frame.move === null ? <Place at={at} /> : <Handle title={title} handle={handle} />}
        <RowTitle placed={placed} title={title} address={address} again={facts.again} />
        <div className="col-start-2 row-start-2 min-w-0 desk:col-start-3 desk:row-start-1">
          <RowFacts frame={frame} placed={placed} facts={facts} />
        </div>
        <div className="col-start-3 row-start-1 justify-self-end desk:col-start-4">
          <RowMenu frame={frame} placed={placed} at={at} title={title} changing={changing} />
        </div>
      </div>
      {changing.refusal !== null && (
        <div className="pt-1 pl-13 desk:pl-11">
          <Problem>{changing.refusal}</Problem>
        </div>
      )}
    </li>
  );
}, isSameRow);

function isSameRow(before: BoardRowProps, now: BoardRowProps): boolean {
  return (
    before.frame === now.frame &&
    before.at === now.at &&
    before.id === now.id &&
    before.address === now.address &&
    // What the server tells is read anew each time: the same comes as another object.
    JSON.stringify(saidOf(before)) === JSON.stringify(saidOf(now))
  );
}

function saidOf({ placed: { row, team, section }, facts }: BoardRowProps): unknown {
  return [row, team, section.title, facts];
}

function Place({ at }: { readonly at: number }) {
  return <span className="tabular pl-2 text-14 text-soft">{at + 1}</span>;
}

interface HandleProps {
  readonly title: string;
  readonly handle: Pick<ReturnType<typeof useSortable>, 'attributes' | 'listeners' | 'setActivatorNodeRef'>;
}

function Handle({ title, handle: { attributes, listeners, setActivatorNodeRef } }: HandleProps) {
  return (
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      aria-label={words.board.move(title)}
      className="flex size-11 cursor-grab touch-none items-center justify-center rounded-6 text-soft hover:bg-well hover:text-ink desk:size-9"
    >
      <GripVertical className="size-4" aria-hidden="true" />
    </button>
  );
}

interface RowTitleProps {
  readonly placed: PlacedSection;
  readonly title: string;
  readonly address: string;
  readonly again: boolean;
}

function RowTitle({ placed, title, address, again }: RowTitleProps) {
  const { team } = placed;
  return (
    <p className={clsx('flex min-w-0 items-baseline gap-2 text-16', isLeftOut(placed) && 'text-soft')}>
      {team !== null && <TeamMark team={team} />}
      <Link href={address} className="min-w-0 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline">
        {title}
      </Link>
      {again && team !== null && <span className="text-14 text-soft">{words.second(team.name)}</span>}
    </p>
  );
}

type RowPartProps = Pick<BoardRowProps, 'frame' | 'placed' | 'facts'>;

function RowFacts({ frame, placed, facts }: RowPartProps) {
  const { reporter, reporterHere, status, faults, slides } = facts;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-14 text-soft desk:justify-end">
      {placed.row !== null && <Changed row={placed.row} frame={frame} />}
      {faults > 0 && <span className="font-semibold text-ink">{words.faults(faults)}</span>}
      {status !== null && <ReporterName reporter={reporter} here={reporterHere} />}
      {placed.row !== null && <Exceptions row={placed.row} />}
      {status !== null && (
        <span className="desk:w-40">
          <StatusMark status={status}>{words.status[status]}</StatusMark>
        </span>
      )}
      {!frame.used && <span className="tabular">{messages.frame.slides(slides)}</span>}
    </p>
  );
}

function Changed({ row: { changed }, frame }: { readonly row: SectionRow; readonly frame: BoardFrame }) {
  if (changed === null) return null;
  const say = (when: string): string => words.changed(when, changed.by);
  return (
    <span className="max-desk:hidden">
      <Ago at={changed.at} timeZone={frame.timeZone} madeAt={frame.madeAt} say={say} />
    </span>
  );
}

function Exceptions({ row: { deputy, skipped, plannedSeconds } }: { readonly row: SectionRow }) {
  return (
    <>
      {deputy !== null && <span>{words.deputy(deputy.name)}</span>}
      {skipped && <span className="font-semibold text-ink">{words.skipped}</span>}
      {plannedSeconds !== null && <span className="tabular">{words.minutes(plannedSeconds)}</span>}
    </>
  );
}

function ReporterName({ reporter, here }: { readonly reporter: Reporter | null; readonly here: boolean }) {
  if (reporter === null) return <span className="italic desk:w-52">{words.nobodyYet}</span>;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-ink desk:w-52">
      {here && reporter.hue !== null && <PersonDot hue={reporter.hue} />}
      <span className="max-w-[22ch] truncate">{reporter.name}</span>
      {here && <span className="text-soft">({words.here})</span>}
    </span>
  );
}

interface RowMenuProps extends Pick<BoardRowProps, 'frame' | 'placed' | 'at'> {
  readonly title: string;
  readonly changing: ReturnType<typeof useSectionChange>;
}

function RowMenu({ frame, placed, at, title, changing }: RowMenuProps) {
  const { move, count, may } = frame;
  const makeTeam = placed.team === null && title !== '' ? frame.makeTeam(placed.section.title) : null;
  if (!may.write && !may.manage && move === null) return null;
  return (
    <SectionMenu
      order={frame.sections.order.getSnapshot()}
      may={may}
      personId={frame.personId}
      here={frame.here}
      placed={placed}
      changing={changing}
      trigger={
        <Button tone="bare" aria-label={words.menu(title)} className="size-11 !px-0 tablet:size-9">
          <Ellipsis className="size-4" aria-hidden="true" />
        </Button>
      }
    >
      {makeTeam !== null && <MenuItem onSelect={() => location.assign(makeTeam)}>{words.makeTeam}</MenuItem>}
      {move !== null && (
        <>
          <MenuRule />
          {at > 0 && <MenuItem onSelect={() => move(at, at - 1)}>{words.board.moveUp}</MenuItem>}
          {at < count - 1 && <MenuItem onSelect={() => move(at, at + 1)}>{words.board.moveDown}</MenuItem>}
        </>
      )}
    </SectionMenu>
  );
}
