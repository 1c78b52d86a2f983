import { BATON_GRACE_MS, type LiveState } from '#lib/live/live-state.ts';

// A page that is loaded again is back in less.
const GONE_AFTER_MS = 4_000;
/** Processes tell each other so often that the presenter is connected to them. */
const VOUCH_EVERY_MS = 10_000;
const SILENT_AFTER_MS = 25_000;

/** What it needs to know of the people here. */
export interface AttendanceRoom {
  /** Whether there may be other processes. */
  readonly shared: boolean;
  /** Whether somebody is connected to this process. */
  readonly isHere: (personId: string) => boolean;
  /** Tells other processes that somebody is connected to this one. */
  readonly vouch: (personId: string) => void;
}

/** Notices that the presenter's connection is gone, and for how long: whoever presents keeps the baton for a while. */
export class LiveAttendance {
  readonly #room: AttendanceRoom;
  #personId: string | null = null;
  #seenAt = 0;
  /** Where the presenter was last: another process speaks up only now and then. */
  #seenHere = false;
  #vouchedAt = -Infinity;

  constructor(room: AttendanceRoom) {
    this.#room = room;
  }

  /** Another process says that somebody is connected to it. */
  vouched(personId: string): void {
    if (personId !== this.#personId) return;
    this.#seenAt = Date.now();
    this.#seenHere = false;
  }

  /** What has to change in the state now, or null. Asked for every second and when people come and go. */
  look(state: LiveState): ((state: LiveState) => LiveState | null) | null {
    const personId = state.presenter?.personId ?? null;
    if (personId === null) return null;
    this.#watch(personId);
    if (this.#room.isHere(personId)) return state.awaySince === null ? null : back;
    const patience = this.#seenHere ? GONE_AFTER_MS : SILENT_AFTER_MS;
    return Date.now() - this.#seenAt < patience ? null : absent(state.awaySince, personId);
  }

  #watch(personId: string): void {
    const now = Date.now();
    if (personId !== this.#personId) {
      this.#personId = personId;
      this.#seenAt = now;
      // Whoever was never seen here may be at another process, which will say so.
      this.#seenHere = !this.#room.shared;
      this.#vouchedAt = -Infinity;
    }
    if (!this.#room.isHere(personId)) return;
    this.#seenAt = now;
    this.#seenHere = true;
    if (now - this.#vouchedAt < VOUCH_EVERY_MS) return;
    this.#vouchedAt = now;
    this.#room.vouch(personId);
  }
}

/** What follows for whoever is not there: first others are told since when, then the baton is free. */
function absent(since: string | null, personId: string): ((state: LiveState) => LiveState | null) | null {
  const now = Date.now();
  if (since === null) return awayFrom(new Date(now).toISOString(), personId);
  return now - Date.parse(since) < BATON_GRACE_MS ? null : freed(personId);
}

function back(state: LiveState): LiveState | null {
  return state.awaySince === null ? null : { ...state, awaySince: null, version: state.version + 1 };
}

function awayFrom(at: string, personId: string): (state: LiveState) => LiveState | null {
  return (state) =>
    state.presenter?.personId === personId && state.awaySince === null
      ? { ...state, awaySince: at, version: state.version + 1 }
      : null;
}

function freed(personId: string): (state: LiveState) => LiveState | null {
  return (state) =>
    state.presenter?.personId === personId && state.awaySince !== null
      ? { ...state, presenter: null, awaySince: null, offer: null, version: state.version + 1 }
      : null;
}
