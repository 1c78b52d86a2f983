import type * as Y from 'yjs';
import { resolveAnchors } from '#lib/deck/anchors.ts';
import type { BatonSection } from '#lib/live/apply-request.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { holdsSlide } from '#lib/slides/holds-slide.ts';
import type { LiveRoom } from './live-call.ts';
import type { Member } from './member.ts';
import type { RoomPresence } from './room-presence.ts';

/** Where the live call finds people and sections. */
interface AttendedRoom {
  readonly doc: Y.Doc;
  readonly members: ReadonlySet<Member>;
  readonly presence: RoomPresence;
  readonly model: () => DeckModel;
  readonly order: () => RunningOrder;
}

type Attendees = Pick<LiveRoom, 'isHere' | 'somebody' | 'following' | 'sectionAt'>;

/** What the live call asks of who is there and whose section is on the stage. */
export function liveAttendees({ doc, members, presence, model, order }: AttendedRoom): Attendees {
  const somebody: Attendees['somebody'] = (personId) => {
    for (const { standing } of members)
      if (standing.present && standing.person?.id === personId) return { personId, name: standing.person.name };
    const name = presence.presenterCalled(personId);
    return name === null ? null : { personId, name };
  };
  return {
    somebody,
    isHere: (personId) => members.values().some(({ standing }) => standing.person?.id === personId),
    // Whoever writes or presents says who they are; the others only look.
    following: () => [...members].filter((each) => each.speaksOurs && presence.clientOf(each) === null).length,
    sectionAt: (slide) => sectionOf({ doc, model: model(), order: order(), slide }, somebody),
  };
}

interface SlideAt {
  readonly doc: Y.Doc;
  readonly model: DeckModel;
  readonly order: RunningOrder;
  readonly slide: number;
}

function sectionOf({ doc, model, order, slide }: SlideAt, somebody: Attendees['somebody']): BatonSection | null {
  const index = model.sections.findIndex((each) => holdsSlide(each, slide));
  if (index === -1) return null;
  const anchors = order.sections.map(({ anchor }) => anchor);
  const placed = placeSections(model, order, resolveAnchors(doc, anchors))[index];
  if (placed === undefined) return null;
  const { section, row } = placed;
  const reporters = [row?.reporter, row?.deputy].flatMap((person) => (person == null ? [] : [somebody(person.id)]));
  return { id: row?.id ?? null, title: section.title, reporter: reporters.find((each) => each !== null) ?? null };
}
