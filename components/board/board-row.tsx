'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { clsx } from 'clsx';
import { memo, useId } from 'react';
import { Ellipsis, GripVertical } from 'lucide-react';
import { SectionMenu } from '#components/sections/section-menu.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { useSectionChange } from '#components/sections/use-section-change.ts';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { MenuItem, MenuRule } from '#components/ui/menu.tsx';
import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import Link from 'next/link';
import type { BoardFrame } from './board-frame.ts';
import { titleOf, type BoardFacts } from './board-facts.ts';
import { RowFacts } from './row-facts.tsx';

const words = messages.sections;

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
  const titleId = useId();
  const title = titleOf(placed);
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
        <RowTitle placed={placed} titleId={titleId} address={address} again={facts.again} />
        <div className="col-start-2 row-start-2 min-w-0 desk:col-start-3 desk:row-start-1">
          <RowFacts frame={frame} placed={placed} facts={facts} changing={changing} titleId={titleId} />
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
  readonly titleId: string;
  readonly address: string;
  readonly again: boolean;
}

function RowTitle({ placed, titleId, address, again }: RowTitleProps) {
  const { team } = placed;
  return (
    <p className={clsx('flex min-w-0 items-baseline gap-2 text-16', isLeftOut(placed) && 'text-soft')}>
      {team !== null && <TeamMark team={team} />}
      <Link
        id={titleId}
        href={address}
        className="min-w-0 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
      >
        {titleOf(placed)}
      </Link>
      {again && team !== null && <span className="text-14 text-soft">{words.second(team.name)}</span>}
    </p>
  );
}

interface RowMenuProps extends Pick<BoardRowProps, 'frame' | 'placed' | 'at'> {
  readonly title: string;
  readonly changing: ReturnType<typeof useSectionChange>;
}

function RowMenu({ frame, placed, at, title, changing }: RowMenuProps) {
  const { move, count, may } = frame;
  const makeTeam = placed.team === null && placed.section.title !== '' ? frame.makeTeam(placed.section.title) : null;
  if (!may.write && !may.manage && move === null) return null;
  return (
    <SectionMenu
      order={frame.sections.order.getSnapshot()}
      may={may}
      personId={frame.personId}
      here={frame.here}
      placed={placed}
      changing={changing}
      link={() => frame.actions.link(placed.row?.id ?? '')}
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
