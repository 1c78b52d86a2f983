import type * as Y from 'yjs';
import { applyLiveRequest } from '#lib/live/apply-request.ts';
import { positionOfSlide, reanchor } from '#lib/live/live-position.ts';
import { lookForSlide } from '#lib/deck/anchor.ts';
import type { LiveMessage, LivePosition, LiveRequest, LiveState } from '#lib/live/live-state.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { encodeFrame } from '#lib/sync/frames.ts';
import { log } from '#server/log.ts';
import type { LiveRows } from './live-rows.ts';
import type { Member } from './member.ts';

// Often enough that a moved slide is found before anybody wonders; parsing a deck takes some milliseconds.
const REANCHOR_PAUSE_MS = 100;
const RETRY_MS = 1_000;
// Each is looked for at every change, and nobody remembers more.
const MOST_LOST = 8;

/** What the live call needs of its room. */
export interface LiveRoom {
  readonly doc: Y.Doc;
  readonly callId: string | null;
  /** The slides of the text as it stands. */
  readonly model: () => DeckModel;
  /** Number of the newest row that this room holds. */
  readonly seq: () => number;
  /** Resolves once everything typed so far is in the log. */
  readonly durable: () => Promise<void>;
  /** Resolves once this room holds the log up to this number. */
  readonly caughtUp: (seq: number) => Promise<void>;
  /** Sends to every member, after all text that this room has. */
  readonly broadcast: (message: LiveMessage) => void;
  /** Tells other processes that the stored state changed. */
  readonly ring: () => void;
}

/** The server's part of a live call on one deck: it owns who presents and where the stage stands. */
export class LiveCall {
  readonly #room: LiveRoom;
  readonly #rows: LiveRows;
  #state: LiveState | null = null;
  /** Version of the row that our state stands on. */
  #stored = 0;
  /** What was presented when it vanished, the slide and what stood in for it: their text may be pasted elsewhere a moment later. */
  #lost: readonly LivePosition[] = [];
  #line: Promise<unknown> = Promise.resolve();
  #saving = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #closed = false;

  constructor(room: LiveRoom, rows: LiveRows) {
    this.#room = room;
    this.#rows = rows;
  }

  /** What a client is told that has just come. */
  message(): LiveMessage {
    return this.#state === null ? { type: 'off' } : { type: 'state', state: this.#state };
  }

  /** Reads the stored state: another process changed it, or the call started, ended or went on. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const { callId } = this.#room;
      const stored = callId === null ? null : await this.#rows.load(callId);
      if (stored !== null && this.#state !== null && stored.version <= this.#stored && this.#sameCall(stored)) return;
      await this.#room.caughtUp(stored?.position?.seq ?? 0);
      this.#adopt(stored);
    });
  }

  /** Does what a member asks, or tells it why not. The role is asked for at each request. */
  request(member: Member, request: LiveRequest): Promise<void> {
    return this.#inTurn(async () => {
      // With the database away the standing of a moment ago counts: it cannot have been changed either.
      await member.refreshStanding().catch(() => undefined);
      const reason = this.#answer(member, request);
      if (reason !== null) member.tell(encodeFrame.live({ type: 'refused', reason }));
    });
  }

  /** The text changed: the position may have to be found again. */
  textChanged(): void {
    if (this.#state?.position == null || this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#inTurn(() => Promise.resolve(this.#reanchor()));
    }, REANCHOR_PAUSE_MS);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #sameCall(stored: LiveState): boolean {
    return stored.startedAt === this.#state?.startedAt;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#line.then(work);
    this.#line = turn.catch((error: unknown) =>
      log.error('The live state of a call could not be handled.', { callId: this.#room.callId, error }),
    );
    return turn.catch(() => undefined);
  }

  #adopt(stored: LiveState | null): void {
    const was = this.#state;
    this.#state = stored;
    this.#stored = stored?.version ?? 0;
    this.#lost = [];
    if (stored === null && was === null) return;
    this.#room.broadcast(this.message());
    this.#reanchor();
  }

  #answer(member: Member, request: LiveRequest): string | null {
    const { person, present } = member.standing;
    if (this.#state === null) return 'not-live';
    if (person === null || !present) return 'not-allowed';
    const position = request.type === 'move' ? this.#positionFor(request) : null;
    const outcome = applyLiveRequest(this.#state, { request, person, position });
    if (outcome.type === 'refused') return outcome.reason;
    this.#lost = [];
    this.#change(outcome.state);
    return null;
  }

  #positionFor({ slide, fragment, generated }: Extract<LiveRequest, { type: 'move' }>): LivePosition | null {
    const model = this.#room.model();
    const near = this.#state?.position?.slide ?? 0;
    const found = lookForSlide(this.#room.doc, model, { ...slide, heading: '', slide: near });
    return positionOfSlide(this.#room.doc, model, {
      slide: found.slide,
      fragment,
      generated: generated ?? null,
      seq: this.#room.seq(),
    });
  }

  #reanchor(): void {
    const position = this.#state?.position;
    if (this.#state === null || position == null || this.#closed) return;
    const found = this.#backAgain() ?? reanchor(this.#room.doc, this.#room.model(), position);
    if (found === null) return;
    if (found.by === 'place') this.#lost = [...this.#lost, position].slice(0, MOST_LOST);
    this.#moveTo(this.#state, position, found.position);
  }

  /** What vanished is looked for by its text until it is back or the presenter moves on; meanwhile another slide stands in. */
  #backAgain(): ReturnType<typeof reanchor> {
    for (const [index, lost] of this.#lost.entries()) {
      const back = reanchor(this.#room.doc, this.#room.model(), lost);
      if (back?.by !== 'text') continue;
      this.#lost = this.#lost.slice(0, index);
      return back;
    }
    return null;
  }

  #moveTo(state: LiveState, from: LivePosition, to: LivePosition): void {
    if (to.anchor === from.anchor && to.slide === from.slide) this.#state = { ...state, position: to };
    else this.#change({ ...state, version: state.version + 1, position: { ...to, seq: this.#room.seq() } });
  }

  #change(state: LiveState): void {
    this.#state = state;
    this.#room.broadcast({ type: 'state', state });
    void this.#save();
  }

  /** Stores the newest state after the text that it needs, and tries for as long as the call is live. */
  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    while (!this.#closed && this.#state !== null && this.#state.version !== this.#stored) {
      await this.#saveOnce().catch(async (error: unknown) => {
        log.error('The live state of a call could not be saved: it is tried again.', {
          callId: this.#room.callId,
          error,
        });
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      });
    }
    this.#saving = false;
  }

  async #saveOnce(): Promise<void> {
    await this.#room.durable();
    const { callId } = this.#room;
    if (this.#state === null || callId === null || this.#closed) return;
    const seq = this.#room.seq();
    const state = { ...this.#state, position: this.#state.position === null ? null : { ...this.#state.position, seq } };
    if (await this.#rows.save(callId, state, this.#stored)) {
      this.#stored = state.version;
      return this.#room.ring();
    }
    await this.#giveWay(callId);
  }

  /** Another process stored a state first: what was asked here last goes on top of it, unless the call has ended. */
  async #giveWay(callId: string): Promise<void> {
    const stored = await this.#rows.load(callId);
    if (stored === null || this.#state === null) return this.#adopt(stored);
    this.#stored = stored.version;
    this.#change({ ...this.#state, version: stored.version + 1 });
  }
}
