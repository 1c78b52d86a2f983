import type { LiveDesk, LiveMessage, SectionTimes } from '#lib/live/live-state.ts';
import { NO_TIMES } from '#lib/live/section-times.ts';

/** Thousands may come within a second: the desk hears of it now and then. */
const TELL_EVERY_MS = 1_000;
const MOST_HELLOS = 50;
/** A process that has not spoken for so long is gone, and its audience with it. */
const SILENT_AFTER_MS = 40_000;
const RENEW_EVERY_MS = 15_000;

/** What the desk needs of its room. */
export interface DeskRoom {
  /** Connections to this process that only follow. */
  readonly following: () => number;
  /** Sends to those who may present. */
  readonly tell: (message: LiveMessage) => void;
  /** Tells other processes how many follow at this one. */
  readonly share: (following: number) => void;
}

interface Counted {
  readonly following: number;
  readonly at: number;
}

/** What only those see who may present: times, how many follow, who said hello. Counts and hellos are never stored. */
export class LiveDeskBoard {
  readonly #room: DeskRoom;
  readonly #elsewhere = new Map<string, Counted>();
  #times: SectionTimes = NO_TIMES;
  #hellos: LiveDesk['hellos'] = [];
  #shared = { following: 0, at: -Infinity };
  #told = '';
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(room: DeskRoom) {
    this.#room = room;
  }

  message(): LiveMessage {
    const elsewhere = [...this.#elsewhere.values()].reduce((sum, { following }) => sum + following, 0);
    const following = this.#room.following() + elsewhere;
    return { type: 'desk', desk: { times: this.#times, following, hellos: this.#hellos } };
  }

  /** How long sections took; told at once, because a clock hangs on it. */
  timed(times: SectionTimes): void {
    this.#times = times;
    this.#tell();
  }

  greeted(hello: LiveDesk['hellos'][number]): void {
    this.#hellos = [...this.#hellos, hello].slice(-MOST_HELLOS);
    this.soon();
  }

  /** So many follow at another process. */
  counted(process: string, following: number): void {
    this.#elsewhere.set(process, { following, at: Date.now() });
    this.soon();
  }

  /** Somebody came or went: told within a second, and shared with other processes. */
  soon(): void {
    this.#telling ??= setTimeout(() => this.#tell(), TELL_EVERY_MS);
  }

  /** Called every second: shares the count anew and forgets processes that are gone. */
  look(): void {
    const now = Date.now();
    for (const [process, { at }] of this.#elsewhere) {
      if (now - at < SILENT_AFTER_MS) continue;
      this.#elsewhere.delete(process);
      this.soon();
    }
    const following = this.#room.following();
    if (following === this.#shared.following && now - this.#shared.at < RENEW_EVERY_MS) return;
    this.#shared = { following, at: now };
    this.#room.share(following);
  }

  /** The call is over, or another one began. */
  clear(): void {
    this.#hellos = [];
    this.#told = '';
  }

  close(): void {
    clearTimeout(this.#telling);
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const message = this.message();
    const text = JSON.stringify(message);
    if (text === this.#told) return;
    this.#told = text;
    this.#room.tell(message);
  }
}
