import type { Bus } from '#server/bus/bus.ts';
import type { SectionRows } from '#server/sections/section-rows.ts';
import type { Store } from '#server/store/store.ts';
import type { ClientRegister } from './client-register.ts';
import type { LiveRows } from './live-rows.ts';
import type { LogWriter } from './log-writer.ts';
import type { Member } from './member.ts';
import type { WorthyMoment } from './room-revisions.ts';
import type { Room } from './room.ts';

/** What all rooms of a process share. */
export interface RoomServices {
  readonly store: Store;
  readonly writer: LogWriter;
  readonly register: ClientRegister;
  readonly bus: Bus;
  readonly liveRows: LiveRows;
  readonly sectionRows: SectionRows;
  /** Keeps a moment as a revision; not awaited. */
  readonly keepMoment: (moment: WorthyMoment) => unknown;
  /** Asks anew what these people may do; not awaited. */
  readonly recheck: (members: readonly Member[]) => unknown;
  readonly processId: string;
  /** The room is of no more use: it must not be found again. */
  readonly discard: (room: Room) => void;
}
