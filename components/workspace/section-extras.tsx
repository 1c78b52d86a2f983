'use client';

import { Ellipsis } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Cell } from '#components/connection/cell.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { PersonDot } from '#components/frame/person-dot.tsx';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { SectionMenu } from '#components/sections/section-menu.tsx';
import { useSectionChange } from '#components/sections/use-section-change.ts';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { SectionRow } from '#lib/sections/running-order.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { DeckView } from '#lib/views.ts';
import { followSections, NOBODY_THERE, type SectionPeople } from './section-presence.ts';

const words = messages.sections;

/** What the outline's sections do beside leading to their slides. */
export interface OutlineExtras {
  readonly session: DeckSession;
  readonly view: DeckView;
  readonly actions: SectionActions;
  /** Whose cursor is where. */
  readonly people: ExternalStore<SectionPeople>;
}

interface SectionExtrasProps {
  readonly sectionKey: string;
  readonly title: string;
  readonly extras: OutlineExtras;
}

/** Who is in a section at this moment, and what can be done with it, at the end of its line. */
export function SectionExtras({ sectionKey, title, extras }: SectionExtrasProps) {
  const { session, view, actions, people } = extras;
  const placed = usePlaced(session, sectionKey);
  const changing = useSectionChange(actions, placed?.row?.id ?? '');
  const mayWrite = view.may.writeDeck && view.person !== null;
  return (
    <>
      <div className="absolute top-0 right-1 flex min-h-11 items-center gap-1 desk:min-h-7">
        <PeopleThere people={people} sectionKey={sectionKey} />
        {mayWrite && placed !== undefined && (
          <Extras placed={placed} title={title} extras={extras} changing={changing} />
        )}
      </div>
      {changing.refusal !== null && (
        <div className="px-3 pb-1">
          <Problem>{changing.refusal}</Problem>
        </div>
      )}
    </>
  );
}

/** The section as it stands when its row, team or name change: not at every key. */
function usePlaced({ sections }: DeckSession, key: string): PlacedSection | undefined {
  const find = (): PlacedSection | undefined => sections.getSnapshot().find(({ section }) => section.key === key);
  const row = (): SectionRow | null => find()?.row ?? null;
  useStore({ subscribe: sections.subscribe, getSnapshot: row });
  return find();
}

interface ExtrasProps extends Omit<SectionExtrasProps, 'sectionKey'> {
  readonly placed: PlacedSection;
  readonly changing: ReturnType<typeof useSectionChange>;
}

function Extras({ placed, title, extras: { session, view, actions }, changing }: ExtrasProps) {
  const order = useStore(session.sections.order);
  const here = useStore(session.connection.people);
  return (
    <SectionMenu
      placed={placed}
      order={order}
      may={{ write: true, manage: view.may.manageSections }}
      personId={view.person?.id ?? null}
      here={here}
      changing={changing}
      link={() => actions.link(placed.row?.id ?? '')}
      trigger={
        <Button
          tone="bare"
          aria-label={words.menu(title)}
          className="size-11 bg-paper/80 !px-0 desk:size-6.5 desk:min-h-0 desk:opacity-0 desk:group-hover:opacity-100 desk:focus-visible:opacity-100 desk:data-[state=open]:opacity-100"
        >
          <Ellipsis className="size-4" aria-hidden="true" />
        </Button>
      }
    />
  );
}

const MOST_DOTS = 3;

function PeopleThere({
  people,
  sectionKey,
}: {
  readonly people: OutlineExtras['people'];
  readonly sectionKey: string;
}) {
  const there = useStore(people).get(sectionKey) ?? [];
  if (there.length === 0) return null;
  const names = there.map(({ name }) => name).join(', ');
  return (
    <span role="img" aria-label={words.writing(names)} title={words.writing(names)} className="flex gap-0.5">
      {there.slice(0, MOST_DOTS).map(({ clientId, hue }) => (
        <PersonDot key={clientId} hue={hue} />
      ))}
    </span>
  );
}

/** What the outline needs of an open deck; null until it is open, and for a template. */
export function useOutlineExtras(
  session: DeckSession | null,
  view: DeckView,
  actions: SectionActions | null,
): OutlineExtras | null {
  const [people] = useState(() => new Cell<SectionPeople>(NOBODY_THERE));
  useEffect(() => (session === null ? undefined : followSections(session, people)), [session, people]);
  return useMemo(
    () => (session === null || actions === null ? null : { session, view, actions, people }),
    [session, view, actions, people],
  );
}
