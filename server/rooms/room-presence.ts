import { z } from 'zod';
import { decodeAwareness, encodeAwareness, type AwarenessEntry } from '#lib/sync/awareness-update.ts';
import { encodeFrame, MalformedFrame } from '#lib/sync/frames.ts';
import type { Member } from './member.ts';

// Cursors move with every key; more often than this nobody sees a difference.
const PAUSE_MS = 100;
const LONGEST_STATE = 2_048;
// A process that says nothing for so long is gone, and its people with it.
const REMOTE_SILENCE_MS = 45_000;

const stateSchema = z.record(z.string(), z.unknown());
const presenterSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), present: z.literal(true) }).nullable(),
});

interface Kept {
  readonly clock: number;
  readonly state: string | null;
  /** The connection that speaks for this client, the process that told of it, or null once it has left. */
  readonly owner: Member | string | null;
  readonly heardAt: number;
}

/** Who is on a deck. A client speaks for itself alone, and its name is the session's, whatever it says. */
export class RoomPresence {
  readonly #members: ReadonlySet<Member>;
  /** Tells other processes what changed here. */
  readonly #publish: (entries: readonly AwarenessEntry[]) => void;
  readonly #kept = new Map<number, Kept>();
  readonly #clientOf = new WeakMap<Member, number>();
  readonly #changed = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(members: ReadonlySet<Member>, publish: (entries: readonly AwarenessEntry[]) => void) {
    this.#members = members;
    this.#publish = publish;
  }

  /** Takes what a connection says of its own client; what it says of others is dropped. Throws when it cannot be read. */
  hear(member: Member, update: Uint8Array): void {
    // The audience has no presence: not even decoding what it sends may cost anything.
    if (member.standing.audienceOnly) return;
    const entries = decodeAwareness(update);
    for (const entry of entries) {
      if (this.#speaksFor(member, entry)) this.#take(member, entry);
    }
  }

  /** The client that this connection speaks for, once it has said so. */
  clientOf(member: Member): number | null {
    return this.#clientOf.get(member) ?? null;
  }

  /** Takes what another process tells of its clients. */
  hearRemote(from: string, entries: readonly AwarenessEntry[]): void {
    for (const { clientId, clock, state } of entries) {
      const known = this.#kept.get(clientId);
      if (isLocal(known) || (known !== undefined && known.clock >= clock)) continue;
      this.#keep(clientId, { clock, state, owner: state === null ? null : from, heardAt: Date.now() });
    }
  }

  /** The connection is gone: its client leaves for everybody. */
  leave(member: Member): void {
    const clientId = this.#clientOf.get(member);
    const kept = clientId === undefined ? undefined : this.#kept.get(clientId);
    if (clientId === undefined || kept?.owner !== member) return;
    this.#keep(clientId, { clock: kept.clock + 1, state: null, owner: null, heardAt: Date.now() });
  }

  /** What somebody is called who is here and may present, by the session; null for who is not. */
  presenterCalled(personId: string): string | null {
    for (const { state } of this.#kept.values()) {
      const user = state === null ? undefined : presenterSchema.safeParse(parseState(state)).data?.user;
      if (user?.id === personId) return user.name;
    }
    return null;
  }

  /** A frame with everybody present, or null for nobody. */
  everybody(): Uint8Array | null {
    const present = [...this.#kept].filter(([, { state }]) => state !== null);
    return present.length === 0 ? null : frameOf(present);
  }

  /** Tells other processes again who is here, and forgets those of processes that fell silent. */
  renew(): void {
    const silent = Date.now() - REMOTE_SILENCE_MS;
    for (const [clientId, kept] of this.#kept) {
      if (typeof kept.owner === 'string' && kept.heardAt < silent)
        this.#keep(clientId, { ...kept, clock: kept.clock + 1, state: null, owner: null });
    }
    this.#publish([...this.#kept].filter(([, kept]) => isLocal(kept) && kept.state !== null).map(entryOf));
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** The first client that a connection names, and that nobody else speaks for, is its own. */
  #speaksFor(member: Member, { clientId, state }: AwarenessEntry): boolean {
    const own = this.#clientOf.get(member);
    if (own !== undefined) return own === clientId;
    if (state === null || isTaken(this.#kept.get(clientId))) return false;
    this.#clientOf.set(member, clientId);
    return true;
  }

  #take(member: Member, entry: AwarenessEntry): void {
    const known = this.#kept.get(entry.clientId);
    // Our own clock: a client that comes back with an old one would else stay invisible until it moves.
    const clock = Math.max(entry.clock, (known?.clock ?? 0) + 1);
    const state = entry.state === null ? null : signed(entry.state, member);
    if (state === undefined) return;
    this.#keep(entry.clientId, { clock, state, owner: member, heardAt: Date.now() });
  }

  #keep(clientId: number, kept: Kept): void {
    this.#kept.set(clientId, kept);
    this.#changed.add(clientId);
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE_MS);
  }

  #flush(): void {
    this.#timer = null;
    const changed = [...this.#changed].flatMap((clientId): [number, Kept][] => {
      const kept = this.#kept.get(clientId);
      return kept === undefined ? [] : [[clientId, kept]];
    });
    this.#changed.clear();
    const frame = frameOf(changed);
    const owners = new Set(changed.map(([, { owner }]) => owner));
    for (const member of this.#members) {
      if (member.standing.audienceOnly) continue;
      // Nobody is told of itself: that would put its own cursor back to where it was.
      if (!owners.has(member)) member.deliver(frame);
      else if (owners.size > 1) member.deliver(frameOf(changed.filter(([, { owner }]) => owner !== member)));
    }
    const ours = changed.filter(([, { owner }]) => typeof owner !== 'string').map(entryOf);
    if (ours.length > 0) this.#publish(ours);
  }
}

function isLocal(kept: Kept | undefined): boolean {
  return kept !== undefined && kept.owner !== null && typeof kept.owner !== 'string';
}

function isTaken(kept: Kept | undefined): boolean {
  return kept !== undefined && kept.owner !== null;
}

function entryOf([clientId, { clock, state }]: readonly [number, Kept]): AwarenessEntry {
  return { clientId, clock, state };
}

function frameOf(kept: readonly (readonly [number, Kept])[]): Uint8Array {
  return encodeFrame.awareness(encodeAwareness(kept.map(entryOf)));
}

/** The state with the session's person in it, or undefined when it is none or too long. */
function signed(state: string, { standing: { person, present } }: Member): string | undefined {
  if (state.length > LONGEST_STATE) return undefined;
  const parsed = stateSchema.safeParse(parseState(state));
  if (!parsed.success) return undefined;
  return JSON.stringify({ ...parsed.data, user: person === null ? null : { ...userOf(person), present } });
}

function parseState(state: string): unknown {
  try {
    return JSON.parse(state);
  } catch (error) {
    // The parser's own words quote what it could not read, and would be logged.
    throw new MalformedFrame('Presence is JSON.', { cause: error });
  }
}

/** With the colours that editors of other clients read. */
function userOf({ id, name, hue }: NonNullable<Member['standing']['person']>): Readonly<Record<string, unknown>> {
  return { id, name, hue, color: `hsl(${hue} 60% 45%)`, colorLight: `hsl(${hue} 60% 45% / 20%)` };
}
