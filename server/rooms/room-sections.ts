import type * as Y from 'yjs';
import { findSectionsAgain, type FoundSection } from '#lib/sections/find-again.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { EMPTY_ORDER, type RunningOrder } from '#lib/sections/running-order.ts';
import { NO_HEADINGS, type KnownHeadings } from '#lib/slides/known-headings.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { log } from '#server/log.ts';
import type { OrderedDeck, SectionFinding, SectionRows } from '#server/sections/section-rows.ts';
import { orderOf, type StoredOrder, type StoredSection } from '#server/sections/stored-order.ts';
import type { EditedPlaces } from './edited-places.ts';
import { findingsOf, isSeen, textOf } from './section-findings.ts';

// Often enough that a new section has its row before anybody looks for it.
const FIND_PAUSE_MS = 100;
/** In a long deck that many write, finding takes no more than this share of the processor: typing comes first. */
const FIND_SHARE = 0.05;
/** What only serves to find a section again one day is stored less often than what people see. */
const KEEP_PAUSE_MS = 2_000;
const RETRY_MS = 1_000;

/** What the sections need of their room. */
export interface SectionsRoom extends OrderedDeck {
  readonly doc: Y.Doc;
  /** False for a template: its sections are nobody's turn. */
  readonly ofCall: boolean;
  readonly frozen: () => boolean;
  readonly edited: EditedPlaces;
  /** The slides of the text as it stands, with sections by these headings. */
  readonly model: () => DeckModel;
  /** Number of the newest row of the log that this room holds. */
  readonly seq: () => number;
  /** Resolves once everything typed so far is in the log. */
  readonly durable: () => Promise<void>;
  /** Resolves once this room holds the log up to this number. */
  readonly caughtUp: (seq: number) => Promise<void>;
  /** The headings that the series knows are others now. */
  readonly headingsChanged: () => void;
  /** Sends to every member, after all text that this room has. */
  readonly broadcast: (order: RunningOrder) => void;
  /** Tells other processes that rows were stored. */
  readonly ring: () => void;
}

/** The running order of one deck in its room: finds the sections again after edits, and tells everybody what is known of them. */
export class RoomSections {
  readonly #room: SectionsRoom;
  readonly #rows: SectionRows;
  #stored: StoredOrder | null = null;
  /** What the sections are found by now: ahead of what is stored by the last edits. */
  #kept: readonly StoredSection[] = [];
  #known: KnownHeadings = NO_HEADINGS;
  /** By row: what its section said when it was last looked at. */
  #texts: ReadonlyMap<string, string> = new Map();
  #told = '';
  /** Milliseconds that finding took the last time. */
  #took = 0;
  #line: Promise<void> = Promise.resolve();
  #finding: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(room: SectionsRoom, rows: SectionRows) {
    this.#room = room;
    this.#rows = rows;
  }

  /** The headings by which the room reads its text. */
  get known(): KnownHeadings {
    return this.#known;
  }

  /** What a client is told that has just come. */
  order(): RunningOrder {
    return this.#stored === null ? EMPTY_ORDER : orderOf(this.#stored);
  }

  /** Reads the stored rows: somebody or another process changed them, or the room has just opened. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.#rows.load(this.#room);
      await this.#room.caughtUp(stored.seq);
      this.#adopt(stored);
      this.textChanged();
    });
  }

  /** The text changed: its sections may be others now. */
  textChanged(): void {
    if (this.#idle) return;
    const pause = Math.max(FIND_PAUSE_MS, this.#took / FIND_SHARE);
    this.#finding ??= setTimeout(() => void this.settle(false), pause);
  }

  /** Finds what the text says now and stores it; what only serves to find it again may wait for its turn when not all is wanted. */
  settle(all = true): Promise<void> {
    clearTimeout(this.#finding);
    this.#finding = undefined;
    return this.#inTurn(() => this.#find(all));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#finding);
    clearTimeout(this.#keeping);
  }

  /** Nothing is found: a template's sections are nobody's turn, and those of a record are over. */
  get #idle(): boolean {
    return this.#closed || this.#stored === null || !this.#room.ofCall || this.#room.frozen();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#line.then(work).catch((error: unknown) => {
      if (this.#closed) return;
      log.error('The sections of a deck could not be read or stored: it is tried again.', {
        deckId: this.#room.deckId,
        error,
      });
      setTimeout(() => (this.#stored === null ? void this.refresh() : this.textChanged()), RETRY_MS).unref();
    });
    this.#line = turn;
    return turn;
  }

  #adopt(stored: StoredOrder): void {
    // What others stored was found in a newer text than ours; what we know beyond it is about the same sections.
    const ahead = stored.version === this.#stored?.version ? this.#kept : [];
    this.#kept = stored.sections.map((section, index) => ahead[index] ?? section);
    const headings = JSON.stringify(stored.headings);
    const changed = headings !== JSON.stringify(this.#stored?.headings ?? []);
    this.#stored = stored;
    if (changed) {
      this.#known = knownHeadings(stored);
      this.#room.headingsChanged();
    }
    const order = JSON.stringify(this.order());
    if (order === this.#told) return;
    this.#told = order;
    this.#room.broadcast(this.order());
  }

  async #find(all: boolean): Promise<void> {
    const stored = this.#stored;
    if (stored === null || this.#idle) return;
    const began = performance.now();
    const model = this.#room.model();
    const found = findSectionsAgain(this.#room.doc, model, { kept: this.#kept, known: this.#known });
    const edits = this.#room.edited.look();
    const findings = findingsOf(stored, { found, edits, texts: this.#texts, model });
    this.#remember(stored, model, found);
    this.#took = performance.now() - began;
    if (findings.length === 0) this.#room.edited.done(edits.length);
    else if (all || findings.some((finding) => isSeen(finding, stored)))
      await this.#store(stored, { findings, edits: edits.length, texts: anchoredTexts(model, found) });
    else this.#keeping ??= setTimeout(() => void this.settle(), KEEP_PAUSE_MS);
  }

  /** What the sections are found by from now on, stored or not. */
  #remember(stored: StoredOrder, model: DeckModel, found: readonly FoundSection[]): void {
    const next = [...this.#kept];
    for (const each of found) {
      const { kept, anchor, title, position, words } = each;
      const before = kept === null ? undefined : next[kept];
      if (kept === null || before === undefined) continue;
      next[kept] = { ...before, anchor, title, position, words };
    }
    this.#kept = next;
    // The ground for telling an edit from a move: what a section said before the first edit that is not stored yet.
    this.#texts = new Map([...textsOf(stored, model, found), ...this.#texts]);
  }

  async #store(stored: StoredOrder, { findings, edits, texts }: ToStore): Promise<void> {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    await this.#room.durable();
    const after = await this.#rows.save(this.#room, { over: stored.version, seq: this.#room.seq(), findings });
    if (after !== null) {
      this.#room.edited.done(edits);
      this.#texts = new Map(
        after.sections.flatMap(({ id, anchor }) => (texts.has(anchor) ? [[id, texts.get(anchor) ?? ''] as const] : [])),
      );
      this.#adopt(after);
      return this.#room.ring();
    }
    // Another process was first: what it stored is the ground on which to look again.
    const others = await this.#rows.load(this.#room);
    await this.#room.caughtUp(others.seq);
    this.#adopt(others);
    this.textChanged();
  }
}

interface ToStore {
  readonly findings: readonly SectionFinding[];
  /** How many edits are in them. */
  readonly edits: number;
  /** By anchor, because new sections have no row yet. */
  readonly texts: ReadonlyMap<string, string>;
}

function anchoredTexts(model: DeckModel, found: readonly FoundSection[]): ReadonlyMap<string, string> {
  return new Map(found.map((each) => [each.anchor, textOf(model, each)]));
}

/** By row: what its section says, as a hash. */
function textsOf(stored: StoredOrder, model: DeckModel, found: readonly FoundSection[]): ReadonlyMap<string, string> {
  return new Map(
    found.flatMap((each) => {
      const row = each.kept === null ? undefined : stored.sections[each.kept];
      return row === undefined ? [] : [[row.id, textOf(model, each)] as const];
    }),
  );
}
