/** What the buttons of a call ask the server; each answers null, or why it was refused. */
export interface CallActions {
  readonly start: () => Promise<string | null>;
  readonly end: () => Promise<string | null>;
  readonly resume: () => Promise<string | null>;
  readonly delete: () => Promise<string | null>;
}
