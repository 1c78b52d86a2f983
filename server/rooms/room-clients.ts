import type { ClientOwner } from '#server/store/store.ts';

// A page has one id, and a new one only when Yjs finds it used twice: more would fill the register with nothing.
const MOST_OF_ONE_PERSON = 1_000;

/** Which person each Yjs client of a deck belongs to: whoever wrote under its id first, in whatever process and however long ago. */
export class RoomClients {
  readonly #owners = new Map<number, string>();
  readonly #claimed = new Map<string, number>();
  readonly #keep: (clientId: number, personId: string) => void;

  /** `keep` makes a claim last. */
  constructor(owners: readonly ClientOwner[], keep: (clientId: number, personId: string) => void) {
    this.#keep = keep;
    this.learn(owners);
  }

  /** The person writes under these ids: those that are nobody's are theirs from now on. */
  claim(clientIds: Iterable<number>, personId: string): void {
    for (const clientId of clientIds) {
      if (!this.#owners.has(clientId)) this.#take(clientId, personId);
    }
  }

  /** Whether an id belongs to somebody else than this person. */
  isAnothers(clientId: number, personId: string | null): boolean {
    const owner = this.#owners.get(clientId);
    return owner !== undefined && owner !== personId;
  }

  /** What the store says counts more than what was found out here. */
  learn(owners: readonly Omit<ClientOwner, 'deckId'>[]): void {
    for (const { clientId, personId } of owners) this.#owners.set(clientId, personId);
  }

  #take(clientId: number, personId: string): void {
    const count = (this.#claimed.get(personId) ?? 0) + 1;
    if (count > MOST_OF_ONE_PERSON) return;
    this.#claimed.set(personId, count);
    this.#owners.set(clientId, personId);
    this.#keep(clientId, personId);
  }
}
