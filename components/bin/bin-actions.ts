/** Brings something back from the bin; answers null, or why it was refused. */
export interface BinActions {
  readonly call: (id: string) => Promise<string | null>;
  readonly series: (id: string) => Promise<string | null>;
}
