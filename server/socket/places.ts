import { CLOSE } from '#lib/sync/close-codes.ts';
import type { Member, Standing } from '#server/rooms/member.ts';
import { Turned } from './admission.ts';

/** How many may be here at once, in this process. */
export interface PlaceLimits {
  /** Sockets of one address that are not yet let in. Afterwards an address says nothing: a whole office may share it. */
  readonly knocking: number;
  /** Those beyond, who wait for their turn. */
  readonly queueing: number;
  readonly ofOnePerson: number;
  readonly writersOfDeck: number;
  readonly readersOfDeck: number;
  /** Those of its live call who see nobody else. */
  readonly followersOfDeck: number;
}

/** Far above what people do, and low enough that nobody can take the server from the others. */
export const PLACES: PlaceLimits = {
  knocking: 50,
  queueing: 1_000,
  ofOnePerson: 20,
  writersOfDeck: 200,
  readersOfDeck: 2_000,
  followersOfDeck: 10_000,
};

interface Queue {
  knocking: number;
  readonly waiting: (() => void)[];
}

/** Counts who is here. */
export class Places {
  readonly #limits: PlaceLimits;
  readonly #queues = new Map<string, Queue>();
  readonly #persons = new Map<string, number>();

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
  }

  /** Waits until few enough of this address are being let in; turns away where too many wait already. The result says that it is in. */
  async knock(address: string): Promise<() => void> {
    const queue = this.#queues.get(address) ?? { knocking: 0, waiting: [] };
    this.#queues.set(address, queue);
    if (queue.waiting.length >= this.#limits.queueing)
      throw new Turned(CLOSE.overloaded, 'Too many are coming from this address just now.');
    if (queue.knocking < this.#limits.knocking) queue.knocking += 1;
    // Whoever goes in hands over its turn.
    else await new Promise<void>((resolve) => queue.waiting.push(resolve));
    return once(() => this.#goneIn(address, queue));
  }

  /** Takes one of a person's places, or turns away. Without a person there is nothing to count by. */
  sit(personId: string | null): void {
    if (personId === null) return;
    const count = this.#persons.get(personId) ?? 0;
    if (count >= this.#limits.ofOnePerson)
      throw new Turned(CLOSE.tooMany, `One person may have ${this.#limits.ofOnePerson} connections.`);
    this.#persons.set(personId, count + 1);
  }

  /** Gives one of a person's places back: once for each that was taken. */
  standUp(personId: string | null): void {
    if (personId === null) return;
    const left = (this.#persons.get(personId) ?? 1) - 1;
    if (left > 0) this.#persons.set(personId, left);
    else this.#persons.delete(personId);
  }

  /** Turns away a member that has come to a deck where too many of its kind are. */
  checkDeck(members: ReadonlySet<Member>, { standing }: Member): void {
    const kind = kindOf(standing);
    const most = this.#limits[kind];
    let count = 0;
    for (const member of members) if (kindOf(member.standing) === kind) count += 1;
    if (count > most) throw new Turned(CLOSE.deckFull, `A deck has ${most} places for people who come as you do.`);
  }

  #goneIn(address: string, queue: Queue): void {
    const next = queue.waiting.shift();
    if (next !== undefined) return next();
    queue.knocking -= 1;
    if (queue.knocking === 0) this.#queues.delete(address);
  }
}

function kindOf({ write, audienceOnly }: Standing): 'writersOfDeck' | 'readersOfDeck' | 'followersOfDeck' {
  if (write) return 'writersOfDeck';
  return audienceOnly ? 'followersOfDeck' : 'readersOfDeck';
}

function once(call: () => void): () => void {
  let called = false;
  return () => {
    if (!called) call();
    called = true;
  };
}
