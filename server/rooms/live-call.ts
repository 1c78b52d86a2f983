import type * as Y from 'yjs';
import { lookForSlide } from '#lib/deck/anchor.ts';
import { applyLiveRequest, type BatonSection, type LiveAsk, type LiveMove } from '#lib/live/apply-request.ts';
import { positionOfSlide } from '#lib/live/live-position.ts';
import type { LiveMessage, LivePerson, LiveRefusalReason, LiveRequest, LiveState } from '#lib/live/live-state.ts';
import { asFollowed } from '#lib/live/as-followed.ts';
import { timesAfter } from '#lib/live/section-times.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { encodeFrame } from '#lib/sync/frames.ts';
import type { LiveSaid } from '#server/bus/live-said.ts';
import { log } from '#server/log.ts';
import { LiveAnchor } from './live-anchor.ts';
import { LiveAsking } from './live-asking.ts';
import { LiveAttendance } from './live-attendance.ts';
import { LiveHellos } from './live-hellos.ts';
import { LiveLight } from './live-light.ts';
import { opensWith, standsThere, stoodElsewhere } from './live-changes.ts';
import { LiveDeskBoard } from './live-desk.ts';
import type { LiveRows, StoredLive } from './live-rows.ts';
import { LiveSaver, type LiveChange } from './live-saver.ts';
import type { Member } from './member.ts';

// Often enough that a moved slide is found before anybody wonders; parsing a deck takes some milliseconds.
const REANCHOR_PAUSE_MS = 100;
const LOOK_EVERY_MS = 1_000;

/** What the live call needs of its room. */
export interface LiveRoom {
  readonly doc: Y.Doc;
  readonly callId: string | null;
  /** Whether there may be other processes. */
  readonly shared: boolean;
  /** The slides of the text as it stands. */
  readonly model: () => DeckModel;
  /** Number of the newest row that this room holds. */
  readonly seq: () => number;
  /** Resolves once everything typed so far is in the log. */
  readonly durable: () => Promise<void>;
  /** Resolves once this room holds the log up to this number. */
  readonly caughtUp: (seq: number) => Promise<void>;
  /** Sends to every member but one, after all text that this room has. */
  readonly broadcast: (message: LiveMessage, except?: Member) => void;
  /** Sends the state to everybody, to each as much as is theirs to know. */
  readonly tellState: (state: LiveState) => void;
  /** Sends to those who may present. */
  readonly tellDesk: (message: LiveMessage) => void;
  /** Tells other processes that the stored state changed. */
  readonly ring: () => void;
  /** Tells other processes what is not stored. */
  readonly say: (said: LiveSaid) => void;
  /** Who writes has changed: asks again for who reports one of these sections (ids of rows), or with null for everybody. */
  readonly recheck: (sections: readonly (string | null)[] | null) => void;
  /** Whether somebody is connected to this process. */
  readonly isHere: (personId: string) => boolean;
  /** Somebody who has the deck open, here or at another process, as they are called; null for nobody. */
  readonly somebody: (personId: string) => LivePerson | null;
  /** Connections to this process that only follow. */
  readonly following: () => number;
  /** The section of a slide (running number), or null before the first. */
  readonly sectionAt: (slide: number) => BatonSection | null;
}

/** The server's part of a live call on one deck: it owns who presents and where the stage stands. */
export class LiveCall {
  readonly #room: LiveRoom;
  readonly #rows: LiveRows;
  readonly #anchor = new LiveAnchor();
  readonly #attendance: LiveAttendance;
  readonly #desk: LiveDeskBoard;
  readonly #saver: LiveSaver;
  readonly #hellos: LiveHellos;
  readonly #asking = new LiveAsking();
  readonly #light: LiveLight;
  #live: StoredLive | null = null;
  #offersBaton = false;
  /** Whose section is held for them, by the state as it was last stored; null while everybody writes. */
  #heldFor: { readonly section: string | null } | null = null;
  #line: Promise<unknown> = Promise.resolve();
  #reanchoring: ReturnType<typeof setTimeout> | null = null;
  #looking: ReturnType<typeof setInterval> | null = null;
  #closed = false;

  constructor(room: LiveRoom, rows: LiveRows) {
    this.#room = room;
    this.#rows = rows;
    this.#light = new LiveLight((message, except) => room.broadcast(message, except));
    const { shared, isHere, say, following } = room;
    this.#attendance = new LiveAttendance({ shared, isHere, vouch: (personId) => say({ type: 'here', personId }) });
    this.#desk = new LiveDeskBoard({
      following,
      tell: (message) => room.tellDesk(message),
      share: (count) => say({ type: 'following', count }),
    });
    const { callId } = room;
    this.#hellos = new LiveHellos(
      {
        callId,
        isLive: () => this.#live !== null,
        tell: (hello) => {
          this.#desk.greeted(hello);
          say({ type: 'hello', ...hello });
        },
        failed: (error) => this.#failed(error),
      },
      rows,
    );
    this.#saver = new LiveSaver(
      {
        callId,
        seq: room.seq,
        durable: room.durable,
        newest: () => this.#live,
        overtaken: () => this.#read('always'),
        saved: () => this.#saved(),
      },
      rows,
    );
  }

  /** What a client is told that has just come; the desk only to those who may present. */
  messages({ standing }: Member): readonly LiveMessage[] {
    if (this.#live === null) return [{ type: 'off' }];
    const { state } = this.#live;
    return standing.present
      ? [{ type: 'state', state }, this.#desk.message()]
      : [{ type: 'state', state: asFollowed(state) }];
  }

  /** Reads the stored state: another process changed it, or the call started, ended or went on. */
  refresh(): Promise<void> {
    return this.#read('newer');
  }

  /** The stored version is this one: what no ring told of is read. */
  async versionSeen(version: number | null): Promise<void> {
    if (version !== (this.#live === null ? null : this.#saver.stored)) await this.refresh();
  }

  /** Resolves once everything that was told is stored. */
  settled(): Promise<void> {
    return this.#saver.settled();
  }

  /** Does what a member asks, or tells it why not. The role is asked for at each request. */
  request(member: Member, request: LiveRequest): Promise<void> {
    const work = async (): Promise<void> => {
      const answer =
        request.type === 'hello' ? await this.#hellos.hear(member, request) : this.#answer(member, request);
      if (answer !== null) member.tell(encodeFrame.live(answer));
    };
    // What is said beside the stage, and written down by the database, holds nobody up.
    if (this.#asking.isFull(member)) {
      member.tell(encodeFrame.live({ type: 'refused', reason: 'busy' }));
      return Promise.resolve();
    }
    return this.#asking.ask(member, request.type === 'hello' ? work : () => this.#inTurn(work), () =>
      this.#steers(member, request),
    );
  }

  /** Another process says something that is not stored. */
  hear(from: string, said: LiveSaid): void {
    if (this.#live === null) return;
    if (said.type === 'here') this.#attendance.vouched(said.personId);
    else if (said.type === 'following') this.#desk.counted(from, said.count);
    else if (said.type === 'hello') this.#desk.greeted({ name: said.name, at: said.at });
    else this.#light.show(said.at);
  }

  /** Somebody came or went. */
  attended({ standing: { person } }: Member): void {
    if (this.#live === null) return;
    this.#desk.soon();
    if (person === null || person.id !== this.#live.state.presenter?.personId) return;
    this.#light.show(null);
    this.#look();
  }

  /** The text or its sections changed: the position may have to be found again. */
  textChanged(): void {
    if (this.#live === null || this.#closed) return;
    this.#reanchoring ??= setTimeout(() => {
      this.#reanchoring = null;
      void this.#inTurn(() => Promise.resolve(this.#reanchor()));
    }, REANCHOR_PAUSE_MS);
  }

  close(): void {
    this.#closed = true;
    this.#saver.close();
    this.#desk.close();
    if (this.#reanchoring !== null) clearTimeout(this.#reanchoring);
    if (this.#looking !== null) clearInterval(this.#looking);
  }

  #read(which: 'newer' | 'always'): Promise<void> {
    return this.#inTurn(async () => {
      const { callId } = this.#room;
      const stored = callId === null ? null : await this.#rows.load(callId);
      this.#offersBaton = stored?.offersBaton ?? false;
      const isKnown = (): boolean =>
        which === 'newer' && this.#isSameCall(stored) && (stored?.state.version ?? 0) <= this.#saver.stored;
      if (isKnown()) return;
      await this.#room.caughtUp(stored?.state.position?.seq ?? 0);
      // What is newer may have been stored from here meanwhile.
      if (!isKnown()) this.#adopt(stored);
    });
  }

  #isSameCall(stored: StoredLive | null): boolean {
    return stored !== null && stored.state.startedAt === this.#live?.state.startedAt;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#line.then(work);
    this.#line = turn.catch((error: unknown) => this.#failed(error));
    return turn.catch(() => undefined);
  }

  #failed(error: unknown): void {
    log.error('The live state of a call could not be handled.', { callId: this.#room.callId, error });
  }

  #adopt(stored: Awaited<ReturnType<LiveRows['load']>>): void {
    const was = this.#live;
    const sameCall = this.#isSameCall(stored);
    const state = this.#saver.standOn(stored, sameCall);
    this.#anchor.forget();
    if (!sameCall) this.#desk.clear();
    this.#watch(state !== null);
    if (stored === null || state === null) {
      this.#live = null;
      if (was !== null) this.#room.broadcast({ type: 'off' });
      return;
    }
    this.#live = { state, times: timesAfter(stored.times, stored.state, { ...state, at: now() }) };
    this.#room.tellState(state);
    this.#desk.timed(this.#live.times);
    this.#recheck();
    // Not at once: processes whose texts differ for a moment would answer each other as fast as they can.
    this.textChanged();
  }

  /** Whether the presenter is still there is looked for as long as the call is live. */
  #watch(live: boolean): void {
    if (live === (this.#looking !== null)) return;
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = live && !this.#closed ? setInterval(() => this.#look(), LOOK_EVERY_MS) : null;
    this.#looking?.unref();
  }

  #look(): void {
    if (this.#live === null || this.#closed) return;
    this.#desk.look();
    const change = this.#attendance.look(this.#live.state);
    if (change !== null) this.#change(change);
  }

  #answer(member: Member, request: Exclude<LiveRequest, { type: 'hello' }>): LiveMessage | null {
    const reason = this.#whyNot(member, request);
    return reason === null ? null : { type: 'refused', reason };
  }

  /** Does it, or gives the reason why it is not done. */
  #whyNot(member: Member, request: Exclude<LiveRequest, { type: 'hello' }>): LiveRefusalReason | null {
    const { person, present, takeOver: host } = member.standing;
    if (this.#live === null) return 'not-live';
    if (person === null || !present) return 'not-allowed';
    if (request.type === 'point') return this.#point(member, person.id, request.at);
    const ask: LiveAsk = {
      request,
      person: { personId: person.id, name: person.name },
      host,
      at: now(),
      move: request.type === 'move' ? this.#moveTo(request) : null,
      receiver: request.type === 'give' ? this.#room.somebody(request.personId) : null,
      offersBaton: this.#offersBaton,
    };
    const outcome = applyLiveRequest(this.#live.state, ask);
    if (outcome.type === 'refused') return outcome.reason;
    if (request.type === 'move' || request.type === 'present') this.#anchor.forget();
    this.#change((state) => {
      const again = applyLiveRequest(state, ask);
      return again.type === 'state' ? again.state : null;
    });
    return null;
  }

  /**
   * Who has the baton moves by what is known of them, which is read anew behind it: thousands wait for that slide, and need not wait for
   * the database. A role that is taken away is pushed here; were that missed, the next move is refused.
   */
  #steers({ standing: { person } }: Member, { type }: LiveRequest): boolean {
    const holds = person !== null && person.id === this.#live?.state.presenter?.personId;
    return holds && (type === 'move' || type === 'point');
  }

  #point(member: Member, personId: string, at: Extract<LiveRequest, { type: 'point' }>['at']) {
    if (this.#live?.state.presenter?.personId !== personId) {
      // Whoever has just lost the baton puts out what they held.
      return at === null ? null : 'not-presenting';
    }
    this.#light.show(at, member);
    this.#room.say({ type: 'point', at });
    return null;
  }

  #moveTo({ slide, fragment, generated }: Extract<LiveRequest, { type: 'move' }>): LiveMove | null {
    const model = this.#room.model();
    const near = this.#live?.state.position?.slide ?? 0;
    const found = lookForSlide(this.#room.doc, model, { ...slide, heading: '', slide: near });
    const position = positionOfSlide(this.#room.doc, model, {
      slide: found.slide,
      fragment,
      generated: generated ?? null,
      seq: this.#room.seq(),
    });
    return position === null ? null : { position, section: this.#room.sectionAt(found.slide) };
  }

  #reanchor(): void {
    if (this.#live === null || this.#closed) return;
    const { position } = this.#live.state;
    if (position === null) return this.#change(opensWith(this.#room.sectionAt(0)?.id ?? null));
    const found = this.#anchor.find(this.#room.doc, this.#room.model(), position);
    if (found === null) return;
    const section = this.#room.sectionAt(found.position.slide)?.id ?? null;
    const to = { ...found, section };
    // What the slide is found by changes with every letter in it, and concerns nobody else.
    if (standsThere(this.#live.state, to))
      this.#live = { ...this.#live, state: { ...this.#live.state, position: to.position } };
    else this.#change(stoodElsewhere(position, { ...to, position: { ...to.position, seq: this.#room.seq() } }));
  }

  #change(change: LiveChange): void {
    const live = this.#live;
    const state = live === null ? null : change(live.state);
    if (live === null || state === null) return;
    const times = timesAfter(live.times, live.state, { ...state, at: now() });
    this.#live = { state, times };
    if (state.presenter?.personId !== live.state.presenter?.personId || state.position !== live.state.position)
      this.#light.show(null);
    this.#room.tellState(state);
    if (times !== live.times) this.#desk.timed(times);
    this.#saver.changed(change);
  }

  #saved(): void {
    this.#room.ring();
    this.#recheck();
  }

  /** Rights are read from what is stored. */
  #recheck(): void {
    const { held = false, section = null } = this.#live?.state ?? {};
    const before = this.#heldFor;
    this.#heldFor = held ? { section } : null;
    if ((before === null) !== !held) this.#room.recheck(null);
    else if (before !== null && before.section !== section) this.#room.recheck([before.section, section]);
  }
}

function now(): string {
  return new Date().toISOString();
}
