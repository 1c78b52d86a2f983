'use client';

import { clsx } from 'clsx';
import {
  CalendarDays,
  ChevronRight,
  Clock,
  FolderOpen,
  Hash,
  Search,
  Type,
  User,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { messages } from '#lib/messages/en.ts';

import type { LineGroup, PaletteLine } from './palette-lines.ts';

const words = messages.search.palette;

const ICONS: Readonly<Record<LineGroup, LucideIcon>> = {
  search: Search,
  recent: Clock,
  command: ChevronRight,
  series: FolderOpen,
  call: CalendarDays,
  section: Hash,
  team: Users,
  person: User,
};

interface PaletteListProps {
  readonly id: string;
  readonly lines: readonly PaletteLine[];
  readonly chosen: number;
  readonly onChoose: (line: PaletteLine) => void;
  readonly onPoint: (at: number) => void;
}

/** The lines under headings of their kind. The field keeps the focus and has the keys. */
export function PaletteList({ id, lines, chosen, onChoose, onPoint }: PaletteListProps) {
  const groups = [...new Set(lines.map(({ group }) => group))];
  return (
    <div id={id} role="listbox" aria-label={words.label} className="min-h-0 flex-1 overflow-y-auto px-2 py-1">
      {groups.map((group) => (
        <div key={group} role="group" aria-label={words.groups[group]} className="py-1">
          <p className="label-caps px-2 py-1" aria-hidden="true">
            {words.groups[group]}
          </p>
          {lines.map((line, at) =>
            line.group === group ? (
              <Line
                key={at}
                id={`${id}-${at}`}
                line={line}
                chosen={at === chosen}
                onChoose={() => onChoose(line)}
                onPoint={() => onPoint(at)}
              />
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly line: PaletteLine;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

function Line({ id, line, chosen, onChoose, onPoint }: LineProps) {
  const { title, detail, hue, group } = line;
  const Icon = line.run === null ? ICONS[group] : Type;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input has the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={chosen ? undefined : onPoint}
      onClick={onChoose}
      className={clsx(
        'flex min-h-11 cursor-pointer items-center gap-3 rounded-6 px-2 text-16 tablet:min-h-9',
        chosen && 'bg-accent-wash',
      )}
    >
      {hue === null ? (
        <Icon className="size-4 shrink-0 text-soft" aria-hidden="true" />
      ) : (
        <span className="flex w-4 shrink-0 justify-center" aria-hidden="true">
          <TeamMark team={{ name: title, hue }} />
        </span>
      )}
      <span className="min-w-0 truncate">{title}</span>
      {detail !== '' && <span className="ml-auto min-w-0 shrink-[2] truncate text-14 text-soft">{detail}</span>}
    </div>
  );
}
