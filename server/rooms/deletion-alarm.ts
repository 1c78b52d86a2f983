import { encodeFrame } from '#lib/sync/frames.ts';
import type { Message } from '#server/bus/topics.ts';
import { personIdOf } from './member.ts';
import type { LargeDeletion } from './room-revisions.ts';
import type { RoomServices } from './room-services.ts';
import type { Room } from './room.ts';

/** Tells everybody who writes a deck, in every process, that much was taken out of it: whoever sees it first takes it back. */
export class DeletionAlarm {
  readonly #room: Pick<Room, 'deckId' | 'members' | 'reached' | 'flush'>;
  readonly #services: Pick<RoomServices, 'bus' | 'processId'>;

  constructor(
    room: Pick<Room, 'deckId' | 'members' | 'reached' | 'flush'>,
    services: Pick<RoomServices, 'bus' | 'processId'>,
  ) {
    this.#room = room;
    this.#services = services;
  }

  /** One of our members took much out. */
  raise({ personId, section, seq }: LargeDeletion): void {
    const { bus, processId: from } = this.#services;
    const { deckId, members } = this.#room;
    const author = [...members].find((member) => personIdOf(member) === personId);
    const deletion = { deckId, personId, by: author?.standing.person?.name ?? '', section, seq };
    void this.hear(deletion);
    if (bus.shared) bus.publish('deck.deletion', { ...deletion, from });
  }

  /** Somebody took much out, here or in another process. Nobody is told of it before they see it. */
  async hear({ personId, by, section, seq }: Omit<Message<'deck.deletion'>, 'from'>): Promise<void> {
    await this.#room.reached(seq);
    this.#room.flush();
    for (const member of this.#room.members) {
      if (!member.standing.write) continue;
      const own = personId !== null && personIdOf(member) === personId;
      member.tell(encodeFrame.notice({ code: 'large-deletion', by: own ? null : by, section, seq }));
    }
  }
}
