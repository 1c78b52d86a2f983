import type { LiveState } from '#lib/live/live-state.ts';
import { log } from '#server/log.ts';
import type { LiveRows, StoredLive } from './live-rows.ts';

const RETRY_MS = 1_000;

/** A change of the live state; null where it no longer applies. Asked again when another process stored a state first. */
export type LiveChange = (state: LiveState) => LiveState | null;

/** What saving needs of its room. */
export interface SavedRoom {
  readonly callId: string | null;
  /** Number of the newest row that this room holds. */
  readonly seq: () => number;
  /** Resolves once everything typed so far is in the log. */
  readonly durable: () => Promise<void>;
  readonly newest: () => StoredLive | null;
  /** Another process stored a state first, or the call is over: ours has to be made anew of that. Resolves once it is. */
  readonly overtaken: () => Promise<void>;
  /** Ours is stored. */
  readonly saved: () => void;
}

/** Stores the newest live state after the text that it needs, and tries for as long as the call is live. */
export class LiveSaver {
  readonly #room: SavedRoom;
  readonly #rows: LiveRows;
  /** Version of the row that our state stands on. */
  #stored = 0;
  #unsaved: LiveChange[] = [];
  #saving: Promise<void> | null = null;
  #closed = false;

  constructor(room: SavedRoom, rows: LiveRows) {
    this.#room = room;
    this.#rows = rows;
  }

  get stored(): number {
    return this.#stored;
  }

  /** A state was read: what is not stored yet of ours goes on top of it. */
  standOn(stored: StoredLive | null, sameCall: boolean): LiveState | null {
    this.#stored = stored?.state.version ?? 0;
    if (stored === null || !sameCall) this.#unsaved = [];
    let state = stored?.state ?? null;
    const kept: LiveChange[] = [];
    for (const change of this.#unsaved) {
      const next: LiveState | null = state === null ? null : change(state);
      if (next === null) continue;
      state = next;
      kept.push(change);
    }
    this.#unsaved = kept;
    return state;
  }

  /** The state was changed like this: it is stored as soon as can be. */
  changed(change: LiveChange): void {
    if (this.#closed) return;
    this.#unsaved.push(change);
    this.#saving ??= this.#saveAll();
  }

  /** Resolves once everything that was changed so far is stored. */
  async settled(): Promise<void> {
    while (this.#saving !== null) await this.#saving;
  }

  async #saveAll(): Promise<void> {
    while (!this.#closed && this.#unsaved.length > 0) {
      await this.#saveOnce().catch(async (error: unknown) => {
        log.error('The live state of a call could not be saved: it is tried again.', {
          callId: this.#room.callId,
          error,
        });
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      });
    }
    // At once with the last look: what is changed a moment later has to begin anew.
    this.#saving = null;
  }

  close(): void {
    this.#closed = true;
  }

  async #saveOnce(): Promise<void> {
    await this.#room.durable();
    const { callId } = this.#room;
    const live = this.#room.newest();
    if (live === null || callId === null || this.#closed) return void (this.#unsaved = []);
    const { state, times } = live;
    const position = state.position === null ? null : { ...state.position, seq: this.#room.seq() };
    const sent = new Set(this.#unsaved);
    if (await this.#rows.save(callId, { state: { ...state, position }, times }, this.#stored)) {
      // What was read meanwhile may be this very state, or a newer one.
      this.#stored = Math.max(this.#stored, state.version);
      this.#unsaved = this.#unsaved.filter((change) => !sent.has(change));
      return this.#room.saved();
    }
    await this.#room.overtaken();
  }
}
