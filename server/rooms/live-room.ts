import { asFollowed } from '#lib/live/as-followed.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import { encodeFrame } from '#lib/sync/frames.ts';
import { liveAttendees } from './live-attendees.ts';
import type { LiveRoom } from './live-call.ts';
import type { Member } from './member.ts';
import type { RoomServices } from './room-services.ts';
import type { Room } from './room.ts';

/** What a room gives its live call besides itself. */
interface Wiring {
  readonly text: Pick<LiveRoom, 'doc' | 'model' | 'seq' | 'durable' | 'caughtUp'>;
  readonly services: RoomServices;
  /** Sends a frame to these members, after all text that the room has. */
  readonly send: (frame: Uint8Array, to: (member: Member) => boolean) => void;
}

/** A room as its live call sees it. */
export function liveRoomOf(room: Room, { text, services, send }: Wiring): LiveRoom {
  const { bus, processId: from } = services;
  const { deckId, callId, members, presence } = room;
  /** What those who only follow were told last. */
  let followed = '';
  return {
    ...text,
    ...liveAttendees({ ...text, members, presence, order: () => room.sections.order() }),
    callId,
    shared: bus.shared,
    broadcast: (message, except) => {
      if (message.type === 'off') followed = '';
      send(encodeFrame.live(message), (member) => member !== except);
    },
    tellState: (state) => {
      send(encodeFrame.live({ type: 'state', state }), ({ standing }) => standing.present);
      const theirs = asFollowed(state);
      // Thousands need not hear that somebody would like to present.
      const said = JSON.stringify({ ...theirs, version: 0 });
      if (said === followed) return;
      followed = said;
      send(encodeFrame.live({ type: 'state', state: theirs }), ({ standing }) => !standing.present);
    },
    tellDesk: (message) => send(encodeFrame.live(message), ({ standing }) => standing.present),
    ring: () => bus.publish('deck.state', { deckId }),
    say: (said) => (bus.shared ? bus.publish('live.said', { deckId, from, said }) : undefined),
    recheck: (sections) => {
      const people = sections === null ? null : reportersOf(room.sections.order(), sections);
      services.recheck(
        [...members].filter(
          ({ standing: { person, audienceOnly } }) =>
            !audienceOnly && (people === null || people.has(person?.id ?? '')),
        ),
      );
    },
  };
}

function reportersOf({ sections }: RunningOrder, ids: readonly (string | null)[]): ReadonlySet<string> {
  const rows = sections.filter(({ id }) => ids.includes(id));
  return new Set(rows.flatMap(({ reporter, deputy }) => [reporter?.id ?? [], deputy?.id ?? []].flat()));
}
