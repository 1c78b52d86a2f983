/** What can be done about who writes in a deck. Each answers null, or why not. */
export interface DeckAccessActions {
  readonly lock: () => Promise<string | null>;
  readonly unlock: () => Promise<string | null>;
  readonly putOut: (person: string) => Promise<string | null>;
  readonly letIn: (person: string) => Promise<string | null>;
}
