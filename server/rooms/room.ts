import * as Y from 'yjs';
import { fromBase64 } from '#lib/deck/base64.ts';
import { deckText } from '#lib/deck/deck-doc.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { encodeFrame, type PlainNotice } from '#lib/sync/frames.ts';
import type { Message } from '#server/bus/topics.ts';
import { foldDeck, type FoldedDeck } from '#server/store/fold-deck.ts';
import type { Append, AppendOutcome, ClientOwner, Head } from '#server/store/store.ts';
import { FanOut } from './fan-out.ts';
import { LiveCall } from './live-call.ts';
import { liveRoomOf } from './live-room.ts';
import { appendedRing } from './appended-ring.ts';
import { applyWhole } from './apply-whole.ts';
import { DeletionAlarm } from './deletion-alarm.ts';
import { EditedPlaces, type Delta } from './edited-places.ts';
import { LogFollower } from './log-follower.ts';
import { personIdOf, type Member } from './member.ts';
import { RoomClients } from './room-clients.ts';
import { RoomModel } from './room-model.ts';
import { RoomPresence } from './room-presence.ts';
import { RoomSaver } from './room-saver.ts';
import { RoomRevisions } from './room-revisions.ts';
import type { RoomServices } from './room-services.ts';
import { RoomSections, type SectionsRoom } from './room-sections.ts';
import { RoomSnapshots } from './room-snapshots.ts';
import { StateAnswers } from './state-answers.ts';

/** Bytes that may wait for a database that cannot be written before writers are made to wait too. */
const MOST_BACKLOG = 8 * 1024 * 1024;

/** The state vector of an empty document. */
const NOTHING = new Uint8Array([0]);

type OwnedDeck = FoldedDeck & { readonly owners: readonly ClientOwner[] };

/** The live, in-memory life of one deck on this server. */
export class Room {
  readonly deckId: string;
  readonly seriesId: string;
  readonly callId: string | null;
  readonly epoch: number;
  readonly doc: Y.Doc;
  readonly presence: RoomPresence;
  readonly clients: RoomClients;
  readonly live: LiveCall;
  readonly sections: RoomSections;
  readonly deletions: DeletionAlarm;
  readonly answers: StateAnswers;
  readonly #services: RoomServices;
  readonly #members = new Set<Member>();
  readonly #fanOut = new FanOut(this.#members, () => this.flush());
  readonly #saver: RoomSaver;
  readonly #follower: LogFollower;
  readonly #snapshots: RoomSnapshots;
  readonly #edits = new EditedPlaces();
  readonly #model: RoomModel;
  readonly #revisions: RoomRevisions;
  #frozen: boolean;
  #closed = false;
  #draining = false;
  #author: Member | null = null;

  /** Loads a deck into a room of its own, or answers null when there is no such deck. */
  static async load(deckId: string, services: RoomServices): Promise<Room | null> {
    const [folded, owners] = await Promise.all([foldDeck(services.store, deckId), services.store.owners(deckId)]);
    if (folded === null) return null;
    const room = new Room(deckId, { ...folded, owners }, services);
    // First the sections: the live call asks whose is on the stage.
    await room.sections.refresh();
    await room.live.refresh();
    return room;
  }

  private constructor(deckId: string, { doc, deck, owners }: OwnedDeck, services: RoomServices) {
    this.deckId = deckId;
    this.seriesId = deck.seriesId;
    this.callId = deck.callId;
    this.epoch = deck.epoch;
    this.doc = doc;
    this.#model = new RoomModel(doc);
    this.answers = new StateAnswers(doc);
    this.#frozen = deck.frozen;
    this.#services = services;
    const { store, writer, register, bus, processId: from } = services;
    this.clients = new RoomClients(owners, (clientId, personId) => register.keep({ deckId, clientId, personId }));
    this.#follower = new LogFollower(store, { deckId, seq: deck.seq }, (rows) => this.#applyRows(rows));
    this.#snapshots = new RoomSnapshots(store, { deckId, epoch: deck.epoch, rows: deck.rows.length }, () =>
      this.#exact(),
    );
    this.#saver = new RoomSaver(
      writer,
      { deckId, epoch: deck.epoch },
      {
        committed: (range, rows) => this.#committed(range, rows),
        refused: ({ type }) => this.#refused(type),
        degraded: () => this.#notify('degraded'),
        recovered: () => this.#notify('recovered'),
      },
    );
    this.presence = new RoomPresence(this.#members, (entries) => {
      if (bus.shared && entries.length > 0) bus.publish('deck.presence', { deckId, from, entries: [...entries] });
    });
    this.live = new LiveCall(
      liveRoomOf(this, { text: this.#text(), services, send: (frame, to) => this.#broadcast(frame, to) }),
      services.liveRows,
    );
    this.sections = new RoomSections(this.#sectionsRoom(), services.sectionRows);
    this.deletions = new DeletionAlarm(this, services);
    this.#revisions = new RoomRevisions(
      {
        keep: (moment) => services.keepMoment({ deckId, ...moment }),
        deleted: (deletion) => this.deletions.raise(deletion),
      },
      () => this.#model.last,
    );
    deckText(doc).observe(({ delta }) => this.#textEdited(delta));
    doc.on('update', (update: Uint8Array) => this.#edited(update));
  }

  get closed(): boolean {
    return this.#closed;
  }

  get members(): ReadonlySet<Member> {
    return this.#members;
  }

  /** The server closes: nothing more is taken, and what a client sends now it sends again elsewhere. */
  get draining(): boolean {
    return this.#draining;
  }

  /** The record is made: nothing more is taken. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** True when everything that was received is in the log. */
  get saved(): boolean {
    return this.#fanOut.idle && this.#saver.clean;
  }

  /** True while the database cannot be written. */
  get degraded(): boolean {
    return this.#saver.degraded;
  }

  /** Bytes that wait to be written. */
  get backlog(): number {
    return this.#saver.backlog;
  }

  /** True when so much waits to be written that writers have to wait. */
  get overloaded(): boolean {
    return this.#saver.backlog > MOST_BACKLOG;
  }

  join(member: Member): void {
    this.#members.add(member);
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.presence.leave(member);
    this.live.attended(member);
  }

  /**
   * Takes a member's update and sends it on. False when it builds on edits that this room does not have: that part is
   * left out, and the member has to send what is missing. Deletions of `passedOver` clients' words do not count: those
   * words are not wanted.
   */
  receive(member: Member, update: Uint8Array, passedOver?: ReadonlySet<number>): boolean {
    this.#author = member;
    try {
      return applyWhole(this.doc, { update, origin: member, passedOver });
    } finally {
      this.#author = null;
    }
  }

  /** Calls back once everything received so far is in the log; never, when that is refused. */
  whenDurable(then: () => void): void {
    // Sending out waits for its tick: a barrier behind every key would else take the ticks away.
    this.#saver.save();
    this.#saver.whenDurable(then);
  }

  /** Sends out and begins to save what waits for the tick. */
  flush(): void {
    this.#fanOut.send();
    this.#saver.save();
  }

  /** A state vector up to which everybody was sent everything. */
  sentVector(): Uint8Array {
    // With edits waiting to be sent the document is ahead of what was sent: then only the beginning is certain.
    return this.#fanOut.idle ? Y.encodeStateVector(this.doc) : NOTHING;
  }

  /** Everything that somebody needs who stands at this state vector, then who is there, then the live call. */
  catchUp(member: Member, vector: Uint8Array): void {
    this.flush();
    member.deliver(encodeFrame.update(Y.encodeStateAsUpdate(this.doc, vector)));
    this.greet(member);
  }

  /** Tells a member who is there, how the live call stands, and what is out of the ordinary. */
  greet(member: Member): void {
    const everybody = member.standing.audienceOnly ? null : this.presence.everybody();
    if (everybody !== null) member.deliver(everybody);
    if (!member.speaksOurs) return;
    for (const message of this.live.messages(member)) member.deliver(encodeFrame.live(message));
    this.live.attended(member);
    member.deliver(encodeFrame.order(this.sections.order()));
    if (this.#frozen) member.tell(encodeFrame.notice({ code: 'frozen' }));
    if (this.degraded) member.tell(encodeFrame.notice({ code: 'degraded' }));
  }

  /** Another process wrote to the log. */
  rang({ fromSeq, toSeq, data }: Message<'deck.appended'>): void {
    this.#follower.rang(fromSeq, toSeq, data === null ? null : fromBase64(data));
  }

  /** Where the deck stands by the database, or null when it is gone. */
  async headSeen(head: Head | null): Promise<void> {
    if (head === null) return this.dismiss(CLOSE.noSuchDeck, 'This deck is gone.');
    if (head.epoch !== this.epoch) return this.dismissForEpoch();
    // What a bus missed that other processes share, this room may have missed as well.
    if (this.#services.bus.shared && head.seq > this.#follower.seq)
      this.clients.learn(await this.#services.store.owners(this.deckId));
    this.#follower.headSeen(head.seq);
    if (head.live !== undefined) void this.live.versionSeen(head.live);
    if (head.frozen === this.#frozen) return;
    this.#frozen = head.frozen;
    this.#notify(head.frozen ? 'frozen' : 'open');
    await Promise.allSettled(
      [...this.#members].filter(({ standing }) => !standing.audienceOnly).map((member) => member.refreshStanding()),
    );
  }

  /** Resolves once this room holds the log up to this number. */
  reached(seq: number): Promise<void> {
    return this.#follower.reached(seq);
  }

  /** Tells our own clients something. */
  tell(frame: Uint8Array): void {
    for (const member of this.#members) member.tell(frame);
  }

  /** Saves everything and keeps a snapshot: the last thing before a room may leave memory. */
  async settle(): Promise<void> {
    this.flush();
    await this.sections.settle();
    await this.#stored();
    await this.#snapshots.take();
  }

  /** Saves what was taken so far and answers who waits for that, sends everybody away to come back, and keeps a snapshot. */
  async drain(): Promise<void> {
    this.#draining = true;
    await this.#stored();
    for (const member of this.#members) member.close(CLOSE.restart, 'The server restarts.');
    await this.#snapshots.take();
  }

  #stored(): Promise<void> {
    return new Promise<void>((resolve) => this.whenDurable(resolve)).then(() => this.live.settled());
  }

  /** Sends every member away, and itself. What was not saved is given up. */
  dismiss(code: number, reason: string): void {
    if (this.#closed) return;
    for (const member of this.#members) member.close(code, reason);
    this.close();
  }

  /** A backup was restored: what this room holds would bring back what that took out. */
  dismissForEpoch(): void {
    this.dismiss(CLOSE.epoch, 'This deck was restored: reload the page.');
  }

  /** Ends the room; it must be empty or dismissed. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#saver.stop();
    this.#fanOut.stop();
    this.live.close();
    this.sections.close();
    this.presence.destroy();
    this.#services.discard(this);
    this.doc.destroy();
  }

  #textEdited(delta: readonly Delta[]): void {
    const author = this.#author === null ? undefined : personIdOf(this.#author);
    this.#edits.edited(delta, author);
    if (author !== undefined) this.#revisions.edited(delta, author, deckText(this.doc).length);
  }

  #edited(update: Uint8Array): void {
    const from = this.#author;
    this.#fanOut.push(update, from);
    if (from !== null) this.#saver.add({ update, personId: personIdOf(from) });
    this.#model.changed();
    this.live.textChanged();
    this.sections.textChanged();
  }

  #applyRows(rows: readonly { readonly data: Uint8Array }[]): void {
    if (this.#closed) return;
    this.doc.transact(() => {
      for (const { data } of rows) Y.applyUpdate(this.doc, data);
    });
    this.#snapshots.grew(rows);
  }

  #committed(outcome: Extract<AppendOutcome, { type: 'appended' }>, rows: Append['rows']): void {
    this.#follower.committed(outcome.fromSeq, outcome.toSeq);
    this.#snapshots.grew(rows);
    this.#revisions.committed(outcome.fromSeq, rows);
    const { bus, processId: from } = this.#services;
    if (bus.shared) bus.publish('deck.appended', appendedRing(outcome, rows, { deckId: this.deckId, from }));
  }

  /** The log will not have what members wrote: nobody may keep it, and the next to come gets what is stored. */
  #refused(type: 'frozen' | 'epoch' | 'gone' | 'busy'): void {
    if (type === 'epoch') this.dismissForEpoch();
    else if (type === 'gone') this.dismiss(CLOSE.noSuchDeck, 'This deck is gone.');
    else this.dismiss(CLOSE.frozen, 'The call has ended: its record can no longer be edited.');
  }

  #notify(code: PlainNotice['code']): void {
    this.tell(encodeFrame.notice({ code }));
  }

  #exact(): { readonly doc: Y.Doc; readonly seq: number } | null {
    return this.saved && this.#follower.level && !this.#closed ? { doc: this.doc, seq: this.#follower.seq } : null;
  }

  /** Text first: positions and anchors name characters of it. */
  #broadcast(frame: Uint8Array, to: (member: Member) => boolean = () => true): void {
    this.flush();
    for (const member of this.#members) if (member.speaksOurs && to(member)) member.deliver(frame);
  }

  /** What both the live call and the sections need of the text and its log. */
  #text(): Pick<SectionsRoom, 'doc' | 'model' | 'seq' | 'durable' | 'caughtUp'> {
    return {
      doc: this.doc,
      model: () => this.#model.read(this.sections.known),
      seq: () => this.#follower.seq,
      durable: () => new Promise((resolve) => this.whenDurable(resolve)),
      caughtUp: (seq) => this.reached(seq),
    };
  }

  #sectionsRoom(): SectionsRoom {
    const { deckId, seriesId } = this;
    return {
      ...this.#text(),
      deckId,
      seriesId,
      ofCall: this.callId !== null,
      frozen: () => this.#frozen,
      edited: this.#edits,
      headingsChanged: () => this.#model.changed(),
      broadcast: (order) => {
        this.#broadcast(encodeFrame.order(order));
        this.live.textChanged();
      },
      ring: () => this.#services.bus.publish('order.changed', { seriesId, deckId }),
    };
  }
}
