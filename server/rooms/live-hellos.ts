import type { LiveMessage, LiveRequest } from '#lib/live/live-state.ts';
import type { LiveRows } from './live-rows.ts';
import type { Member } from './member.ts';

/** Of so many within so long the presenter can take notice; more is not said by newcomers. Milliseconds. */
const MOST = 20;
const WITHIN_MS = 10_000;

interface Hello {
  readonly name: string;
  readonly at: string;
}

/** What it needs of the live call. */
export interface HelloRoom {
  readonly callId: string | null;
  readonly isLive: () => boolean;
  /** Tells those who may present, here and at other processes. */
  readonly tell: (hello: Hello) => void;
  readonly failed: (error: unknown) => void;
}

/** Says who is new to those who may present, once a connection, and keeps those names that want to be in the record. */
export class LiveHellos {
  readonly #room: HelloRoom;
  readonly #rows: Pick<LiveRows, 'keepHello'>;
  readonly #greeted = new WeakSet<Member>();
  #lately: number[] = [];

  constructor(room: HelloRoom, rows: Pick<LiveRows, 'keepHello'>) {
    this.#room = room;
    this.#rows = rows;
  }

  /** The answer to the member. */
  async hear(member: Member, { name, keep }: Extract<LiveRequest, { type: 'hello' }>): Promise<LiveMessage> {
    const { callId } = this.#room;
    if (callId === null || !this.#room.isLive()) return { type: 'refused', reason: 'not-live' };
    if (!member.standing.read) return { type: 'refused', reason: 'not-allowed' };
    if (this.#greeted.has(member)) return { type: 'refused', reason: 'once' };
    if (this.#isBusy()) return { type: 'refused', reason: 'busy' };
    this.#greeted.add(member);
    this.#room.tell({ name, at: new Date().toISOString() });
    return { type: 'greeted', kept: keep && (await this.#keep(callId, name)) };
  }

  #isBusy(): boolean {
    const now = Date.now();
    this.#lately = this.#lately.filter((at) => now - at < WITHIN_MS);
    if (this.#lately.length >= MOST) return true;
    this.#lately.push(now);
    return false;
  }

  #keep(callId: string, name: string): Promise<boolean> {
    return this.#rows.keepHello(callId, name).catch((error: unknown) => {
      this.#room.failed(error);
      return false;
    });
  }
}
