import { encodeFrame } from '#lib/sync/frames.ts';
import type { Bus } from '#server/bus/bus.ts';
import type { Message } from '#server/bus/topics.ts';
import { personIdOf, type Member } from './member.ts';
import type { LargeDeletion } from './room-revisions.ts';

/** Tells everybody who writes a deck, in every process, that much was taken out of it: whoever sees it first takes it back. */
export class DeletionAlarm {
  readonly #members: ReadonlySet<Member>;
  readonly #where: { readonly deckId: string; readonly from: string; readonly bus: Bus };

  constructor(
    members: ReadonlySet<Member>,
    where: { readonly deckId: string; readonly from: string; readonly bus: Bus },
  ) {
    this.#members = members;
    this.#where = where;
  }

  /** One of our members took much out. */
  raise({ personId, section, seq }: LargeDeletion): void {
    const { deckId, from, bus } = this.#where;
    const author = [...this.#members].find((member) => personIdOf(member) === personId);
    const deletion = { deckId, personId, by: author?.standing.person?.name ?? '', section, seq };
    this.hear(deletion);
    if (bus.shared) bus.publish('deck.deletion', { ...deletion, from });
  }

  /** Somebody took much out, here or in another process. */
  hear({ personId, by, section, seq }: Omit<Message<'deck.deletion'>, 'from'>): void {
    for (const member of this.#members) {
      if (!member.standing.write) continue;
      const own = personId !== null && personIdOf(member) === personId;
      member.tell(encodeFrame.notice({ code: 'large-deletion', by: own ? null : by, section, seq }));
    }
  }
}
