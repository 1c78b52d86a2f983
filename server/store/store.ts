/** One row of a deck's log: a Yjs V1 update and who wrote it. */
export interface LogRow {
  /** Gapless from 1 within the deck, in the order of commits. */
  readonly seq: number;
  readonly data: Uint8Array;
  readonly personId: string | null;
}

/** The fold of a log up to and including `seq`. */
export interface Snapshot {
  readonly seq: number;
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** Where a deck stands, without its text. */
export interface Head {
  /** Number of the newest row. */
  readonly seq: number;
  readonly epoch: number;
  /** The record is made: the log takes nothing more. */
  readonly frozen: boolean;
  /** Version of the live state while its call is live, else null; undefined where the store does not know of calls. */
  readonly live?: number | null;
}

/** A deck as it is stored: a snapshot, if there is one, and every row after it. */
export interface StoredDeck extends Head {
  readonly seriesId: string;
  readonly callId: string | null;
  readonly snapshot: Snapshot | null;
  readonly rows: readonly LogRow[];
}

/** Rows to add to one deck, in order. */
export interface Append {
  readonly deckId: string;
  /** The epoch in which they were written: another one's rows would bring back what was taken out. */
  readonly epoch: number;
  readonly rows: readonly { readonly data: Uint8Array; readonly personId: string | null }[];
}

/** What became of an append. Unless it is `appended`, nothing of that deck has changed. */
export type AppendOutcome =
  | { readonly type: 'appended'; readonly fromSeq: number; readonly toSeq: number }
  /** Refused for good: the deck is frozen, of another epoch, or gone. */
  | { readonly type: 'frozen' }
  | { readonly type: 'epoch' }
  | { readonly type: 'gone' }
  /** Another writer held the deck just then: only in a batch of several, which waits for nobody. Try it alone. */
  | { readonly type: 'busy' };

/** A Yjs client id of a deck, and the person who wrote under it first. */
export interface ClientOwner {
  readonly deckId: string;
  readonly clientId: number;
  readonly personId: string;
}

/** The durable bytes of decks. Every adapter passes `store-contract.ts`. Failures of the medium are thrown. */
export interface Store {
  /** A deck at one moment, or null when there is none; with `before`, from the newest snapshot below that number. */
  load(deckId: string, options?: { readonly before?: number }): Promise<StoredDeck | null>;
  /** Adds rows to any number of decks in one step; each deck once. Answers for every deck when they are durable. */
  append(batch: readonly Append[]): Promise<ReadonlyMap<string, AppendOutcome>>;
  /** Rows after `seq`, in order; fewer than exist when older ones were trimmed. */
  rowsAfter(deckId: string, seq: number): Promise<readonly LogRow[]>;
  /** Where these decks stand; decks that do not exist are left out. */
  heads(deckIds: readonly string[]): Promise<ReadonlyMap<string, Head>>;
  /** Keeps a snapshot, after checking that its state has its state vector. Deletes nothing. False when it was not kept. */
  snapshot(deckId: string, epoch: number, snapshot: Snapshot): Promise<boolean>;
  /** Keeps whose these client ids are, unless they are somebody's already; answers whose each is now. Unknown decks are left out. */
  claim(claims: readonly ClientOwner[]): Promise<readonly ClientOwner[]>;
  /** Whose the client ids of a deck are. */
  owners(deckId: string): Promise<readonly ClientOwner[]>;
  /**
   * The newest snapshot that may stand for all before it: the last but one or an older one, and every row that it holds is older than
   * `before`. Null when there is none.
   */
  floor(deckId: string, before: Date): Promise<Snapshot | null>;
  /**
   * Deletes the rows that this snapshot holds and the snapshots before it, and of those after it all but the last two and one for each
   * `SNAPSHOT_WINDOW` rows: from the floor on every moment can be replayed. Returns rows, at most some thousand at a time, and 0
   * while another process does it. Floor 0 deletes no rows.
   */
  trim(deckId: string, floor: number): Promise<number>;
}

/** Of so many rows one snapshot is kept for good, so that any moment is near one. */
export const SNAPSHOT_WINDOW = 10_000;
