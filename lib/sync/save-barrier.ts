// Long enough to gather a burst of keys, short enough that "Saved" follows a pause at once.
const DELAY_MS = 50;

interface Wire {
  /** Sends a barrier; false when there is no open connection. */
  readonly send: (token: number) => boolean;
  /** Called whenever `saved` or `unsavedSince` may have changed. */
  readonly changed: () => void;
}

/**
 * Knows whether everything typed here is committed on the server: it sends a token after the edits, and the server
 * answers it only then. A state vector could not tell, because deletions do not move it.
 */
export class SaveBarrier {
  readonly #wire: Wire;
  #open = false;
  /** There are edits that no sent token covers. */
  #dirty = false;
  #sent = 0;
  #answered = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unsavedSince: number | null = null;
  #savedAt: number | null = null;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** True only when the last token was answered and nothing was typed after it. */
  get saved(): boolean {
    return this.#open && !this.#dirty && this.#sent > 0 && this.#sent === this.#answered;
  }

  /** Since when (ms since 1970) something has been waiting, or null. */
  get unsavedSince(): number | null {
    return this.#unsavedSince;
  }

  /** When (ms since 1970) the server last confirmed everything, or null. */
  get savedAt(): number | null {
    return this.#savedAt;
  }

  /** Something was typed here, at this instant or earlier (an edit found in the local copy). */
  touch(since: number = Date.now()): void {
    this.#dirty = true;
    this.#unsavedSince ??= since;
    if (this.#open) this.#timer ??= setTimeout(() => this.#send(), DELAY_MS);
    this.#wire.changed();
  }

  /** Both sides have exchanged what they had: what the client had is covered by the next token. */
  synced(): void {
    this.#open = true;
    this.#send();
  }

  /** The connection is gone: what was not answered may or may not have arrived. */
  lost(): void {
    if (this.#open && this.#sent !== this.#answered) this.#dirty = true;
    this.#open = false;
    this.#cancel();
    this.#wire.changed();
  }

  /** The server answered this token. */
  answered(token: number): void {
    // Tokens of an earlier connection say nothing about this one.
    if (!this.#open || token > this.#sent) return;
    this.#answered = Math.max(this.#answered, token);
    if (this.saved) {
      this.#unsavedSince = null;
      this.#savedAt = Date.now();
    }
    this.#wire.changed();
  }

  /** Stops for good. */
  destroy(): void {
    this.#open = false;
    this.#cancel();
  }

  #send(): void {
    this.#cancel();
    if (!this.#wire.send(this.#sent + 1)) return;
    this.#sent += 1;
    this.#dirty = false;
    this.#wire.changed();
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
