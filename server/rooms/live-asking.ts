import type { Member } from './member.ts';

interface Asked {
  readonly member: Member;
  readonly work: () => Promise<void>;
  readonly asKnown: () => boolean;
}

/** Nobody's fingers are faster than this; a program's requests would else wait, and be looked up, without end. */
const MOST_WAITING = 50;

const never = (): boolean => false;

/**
 * The order in which people ask the live call: each one's requests one after the other, and nobody waits for what the database says of
 * somebody else. Thousands may say hello while the presenter moves on.
 */
export class LiveAsking {
  /** By person, because a connection that comes back must not overtake the one that broke; by member for nobody. */
  readonly #last = new Map<Member | string, Promise<void>>();
  readonly #waiting = new WeakMap<Member, number>();

  /** Whether this member has asked for more than could be done yet. */
  isFull(member: Member): boolean {
    return (this.#waiting.get(member) ?? 0) >= MOST_WAITING;
  }

  /**
   * Does the work once everything is done that this member asked before, and its standing was read anew. Where `asKnown` says so, asked
   * then, the work does not wait for the reading. Settles with the work.
   */
  ask(member: Member, work: () => Promise<void>, asKnown: () => boolean = never): Promise<void> {
    this.#waiting.set(member, (this.#waiting.get(member) ?? 0) + 1);
    const key = member.standing.person?.id ?? member;
    const asked = this.#after(this.#last.get(key), { member, work, asKnown }).finally(() => {
      if (this.#last.get(key) === asked) this.#last.delete(key);
      this.#waiting.set(member, (this.#waiting.get(member) ?? 1) - 1);
    });
    this.#last.set(key, asked);
    return asked;
  }

  async #after(earlier: Promise<void> | undefined, { member, work, asKnown }: Asked): Promise<void> {
    await earlier?.catch(() => undefined);
    // With the database away the standing of a moment ago counts: it cannot have been changed either.
    const fresh = member.refreshStanding().catch(() => undefined);
    if (!asKnown()) await fresh;
    await work();
  }
}
