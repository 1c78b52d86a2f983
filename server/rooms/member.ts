/** Who a connection belongs to and what they may do on this deck now. Replaced whole when it changes, never captured. */
export interface Standing {
  readonly person: { readonly id: string; readonly name: string; readonly hue: number } | null;
  readonly read: boolean;
  readonly write: boolean;
  readonly present: boolean;
  /** Takes the baton from whoever holds it, and holds the deck for the section on the stage. */
  readonly takeOver: boolean;
  /** Follows a live call and sees nobody else. */
  readonly audienceOnly: boolean;
}

/** A connection as its room sees it. */
export interface Member {
  readonly standing: Standing;
  /** Sends a part of the deck's stream: text, presence, live state. A slow reader misses it and is caught up later. */
  deliver(frame: Uint8Array): void;
  /** Sends one of our own frames, if this client speaks them, however slow it reads. */
  tell(frame: Uint8Array): void;
  /** Whether this client speaks our own frames. */
  readonly speaksOurs: boolean;
  close(code: number, reason: string): void;
  /** Asks again what this person may do, and takes it over; closes when that is nothing. */
  refreshStanding(): Promise<void>;
  /** The same, and sends the client back through the door when something has changed. */
  recheck(): Promise<void>;
}

/** Whose words a member's are; null for nobody's. */
export function personIdOf({ standing }: Member): string | null {
  return standing.person?.id ?? null;
}
