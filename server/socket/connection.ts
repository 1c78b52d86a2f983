import type { RawData, WebSocket } from 'ws';
import * as Y from 'yjs';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { CLOSE, type CloseCode } from '#lib/sync/close-codes.ts';
import { decodeClientFrame, encodeFrame, type ClientFrame } from '#lib/sync/frames.ts';
import { log } from '#server/log.ts';
import { meters } from '#server/metrics/meters.ts';
import type { Member, Standing } from '#server/rooms/member.ts';
import type { Room } from '#server/rooms/room.ts';
import { Turned } from './admission.ts';
import { checkUpdate, holdsNews, type UpdateFault } from './check-update.ts';
import { decodeUpdate } from './decode-update.ts';
import { Intake, LARGEST_FRAME, type Pace } from './intake.ts';
import { Outbox, type Reader } from './outbox.ts';
import { usedUpClients, withoutClients } from './used-up-clients.ts';

const LOOK_AGAIN_MS = 200;

interface Entrant {
  readonly standing: Standing;
  /** Asks anew who this is and what they may do. */
  readonly ask: () => Promise<Standing>;
  readonly pace: Pace;
}

interface Received {
  readonly type: 'step2' | 'update';
  readonly update: Uint8Array;
  /** Clients of others of whom this brings only deleted words. */
  readonly used?: ReadonlySet<number>;
}

/** One socket in one room: reads its frames in order, and answers a barrier only when all before it is durable. */
export class Connection implements Member, Reader {
  readonly #socket: WebSocket;
  readonly #outbox: Outbox;
  readonly #ask: () => Promise<Standing>;
  readonly #intake: Intake;
  #room: Room | null = null;
  #standing: Standing;
  #speaksOurs = false;
  /** Something was sent that was not taken: this connection is never told that it is saved. */
  #dropped = false;
  /** An update built on edits that were not here; the client was asked for them. */
  #gap = false;
  #asked = 0;
  #answered = 0;
  /** Tokens rise: the last one says all that the earlier ones did. */
  #heldBarrier: number | null = null;
  #rests: ReturnType<typeof setTimeout> | undefined;
  #restsUntil = 0;
  #missedSince: Uint8Array | null = null;

  constructor(socket: WebSocket, { standing, ask, pace }: Entrant) {
    this.#socket = socket;
    this.#standing = standing;
    this.#ask = ask;
    this.#intake = new Intake(pace);
    this.#outbox = new Outbox(socket, this);
    socket.on('message', (data: RawData, binary: boolean) => this.#hear(data, binary));
  }

  get standing(): Standing {
    return this.#standing;
  }

  get speaksOurs(): boolean {
    return this.#speaksOurs;
  }

  /** Begins the conversation: asks for what the client has before anything that it lacks is sent. */
  enter(room: Room): void {
    this.#room = room;
    this.#askForMissing(room);
    const everybody = this.#standing.audienceOnly ? null : room.presence.everybody();
    if (everybody !== null) this.deliver(everybody);
  }

  deliver(frame: Uint8Array): void {
    this.#outbox.deliver(frame);
  }

  tell(frame: Uint8Array): void {
    if (this.#speaksOurs) this.#outbox.tell(frame);
  }

  stalled(): void {
    this.#missedSince = this.#room?.sentVector() ?? null;
  }

  drained(): void {
    if (this.#room !== null && this.#missedSince !== null) this.#room.catchUp(this, this.#missedSince);
  }

  close(code: number, reason: string): void {
    this.#outbox.close();
    if (this.#socket.readyState === this.#socket.OPEN) meters.refusals.add(1, code);
    this.#socket.close(code, reason);
    // A client that does not answer the closing is not waited for.
    setTimeout(() => this.#socket.terminate(), 5_000).unref();
  }

  async refreshStanding(): Promise<void> {
    try {
      this.#standing = await this.#ask();
    } catch (error) {
      if (!(error instanceof Turned)) throw error;
      this.#standing = { ...this.#standing, read: false, write: false, present: false, takeOver: false };
      this.close(error.code, error.message);
    }
  }

  async recheck(): Promise<void> {
    const before = this.#standing;
    await this.refreshStanding();
    const now = this.#standing;
    if (!now.read || isSame(before, now)) return;
    this.tell(encodeFrame.notice({ code: 'access' }));
    this.close(CLOSE.comeBack, 'What you may do here has changed.');
  }

  /** A message that is none costs its sender the socket, never the process. */
  #hear(data: RawData, binary: boolean): void {
    if (this.#socket.readyState !== this.#socket.OPEN || this.#room === null || this.#room.draining) return;
    try {
      if (!binary || !(data instanceof Buffer)) throw new Error('Messages are binary.');
      meters.received.add(data.length);
      if (data.length > LARGEST_FRAME) return this.close(CLOSE.tooLarge, 'One message may have at most 4 MB.');
      this.#handle(this.#room, decodeClientFrame(data), data.length);
    } catch (error) {
      log.info('A message was refused.', {
        deckId: this.#room.deckId,
        error: error instanceof Error ? error.message : String(error),
      });
      this.close(CLOSE.malformed, 'This message is none of the protocol.');
    }
  }

  #handle(room: Room, frame: ClientFrame, bytes: number): void {
    if (frame.type === 'awareness') return this.#hearPresence(room, frame.update, bytes);
    this.#pace(room, this.#intake.take(bytes));
    switch (frame.type) {
      case 'step1':
        room.flush();
        return this.deliver(room.answers.to(frame.vector));
      case 'step2':
        this.#answered += 1;
        return this.#takeUpdate(room, frame);
      case 'update':
        return this.#takeUpdate(room, frame);
      case 'queryAwareness':
        return this.#tellPresence(room);
      case 'barrier':
        this.#introduce(room);
        return this.#barrier(room, frame.token);
      case 'live':
        this.#introduce(room);
        return void room.live.request(this, frame.request);
    }
  }

  #hearPresence(room: Room, update: Uint8Array, bytes: number): void {
    this.#pace(room, this.#intake.takePresence(bytes));
    room.presence.hear(this, update);
    const own = room.presence.clientOf(this);
    if (own !== null && this.#standing.write) this.#claim(room, [own]);
  }

  get #personId(): string | null {
    return this.#standing.person?.id ?? null;
  }

  #claim(room: Room, clientIds: Iterable<number>): void {
    if (this.#personId !== null) room.clients.claim(clientIds, this.#personId);
  }

  #tellPresence(room: Room): void {
    const everybody = this.#standing.audienceOnly ? null : room.presence.everybody();
    if (everybody !== null) this.deliver(everybody);
  }

  /** The first of our own frames: from now on the client gets them too. */
  #introduce(room: Room): void {
    if (this.#speaksOurs) return;
    this.#speaksOurs = true;
    room.greet(this);
  }

  #takeUpdate(room: Room, { type, update }: Received): void {
    if (room.frozen || !this.#standing.write) return this.#drop(room, update);
    const read = decodeUpdate(update);
    const fault = checkUpdate(room.doc, update, read);
    if (fault !== null) return this.#refuseFault(fault);
    const used = usedUpClients(room.doc, read, (clientId) => room.clients.isAnothers(clientId, this.#personId));
    if (used.size > 0) return this.#passOver(room, { type, update, used });
    // What answers our question may be anybody's, sent on by a peer; what comes by itself was just written here.
    if (type === 'update') this.#claim(room, new Set(read.structs.map(({ id }) => id.client)));
    this.#receive(room, { type, update });
  }

  /** Whether nothing that the update builds on is missing. */
  #receive(room: Room, { type, update, used }: Received): boolean {
    const whole = room.receive(this, update, used);
    if (!whole) this.#gap = true;
    // Only an answer to our last question can prove that nothing is missing any more.
    else if (type === 'step2' && this.#answered >= this.#asked) this.#gap = false;
    this.#settleGap(room, type);
    return whole;
  }

  /**
   * Deleted words under somebody else's id: an attack, when they come by themselves. In an answer to our question they are
   * what a crash left with this peer alone; there is nothing to read in them, so they are left out, unless more hangs on them.
   */
  #passOver(room: Room, { type, update, used }: Required<Received>): void {
    if (type === 'update') return this.#refuseForeign();
    const whole = this.#receive(room, { type, update: withoutClients(update, used), used });
    if (!whole) this.#refuseForeign();
  }

  #refuseForeign(): void {
    this.#refuse(CLOSE.refusedUpdate, 'This edit rewrites what somebody else wrote.');
  }

  #settleGap(room: Room, type: 'step2' | 'update'): void {
    // An answer that leaves the gap is not asked for again at once: a client that cannot fill it would be asked for ever.
    if (this.#gap) return type === 'update' ? this.#askAgain(room) : undefined;
    const token = this.#heldBarrier;
    this.#heldBarrier = null;
    if (token !== null) this.#barrier(room, token);
  }

  #refuseFault(fault: UpdateFault): void {
    const most = MOST_DECK_CHARACTERS.toLocaleString('en');
    if (fault === 'too-large') this.#refuse(CLOSE.tooLarge, `A deck may have ${most} characters.`);
    else this.#refuse(CLOSE.refusedUpdate, 'This edit claims more than anybody typed.');
  }

  /** Read-only: what says nothing new is no attempt to write. */
  #drop(room: Room, update: Uint8Array): void {
    if (!holdsNews(room.doc, update)) return;
    if (room.frozen) return this.#refuse(CLOSE.frozen, 'The call has ended: its record can no longer be edited.');
    this.#dropped = true;
    this.tell(encodeFrame.notice({ code: 'read-only' }));
  }

  #refuse(code: CloseCode, reason: string): void {
    this.#dropped = true;
    this.close(code, reason);
  }

  #barrier(room: Room, token: number): void {
    if (this.#dropped) return this.tell(encodeFrame.notice({ code: 'read-only' }));
    if (this.#gap) {
      this.#heldBarrier = token;
      return this.#askAgain(room);
    }
    room.whenDurable(() => this.#outbox.tell(encodeFrame.barrier(token)));
  }

  #askForMissing(room: Room): void {
    this.#asked += 1;
    this.deliver(encodeFrame.step1(Y.encodeStateVector(room.doc)));
  }

  /** One question at a time. */
  #askAgain(room: Room): void {
    if (this.#answered >= this.#asked) this.#askForMissing(room);
  }

  /** Excess is never punished, only not read until it is even, nor while the database cannot take it. */
  #pace(room: Room, wait: number): void {
    if (wait > 0 || room.overloaded) this.#rest(room, Math.max(wait, room.overloaded ? LOOK_AGAIN_MS : 0));
  }

  #rest(room: Room, milliseconds: number): void {
    this.#socket.pause();
    // What was read before the pause may ask for a longer one; never for a shorter.
    const until = performance.now() + milliseconds;
    if (until <= this.#restsUntil) return;
    this.#restsUntil = until;
    clearTimeout(this.#rests);
    this.#rests = setTimeout(() => {
      if (room.overloaded && !room.closed) this.#rest(room, LOOK_AGAIN_MS);
      else this.#socket.resume();
    }, milliseconds).unref();
  }
}

/** Whether nothing has changed that a client shows or others see of it. */
function isSame(before: Standing, now: Standing): boolean {
  const rights = ['write', 'present', 'takeOver', 'audienceOnly'] as const;
  return before.person?.id === now.person?.id && rights.every((right) => before[right] === now[right]);
}
