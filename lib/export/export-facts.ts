/** What an exported text says about where it comes from. */
export interface ExportFacts {
  /** Of the call. */
  readonly title: string;
  /** `2024-12-12`; null for a template. */
  readonly date: string | null;
  /** Name of the series. */
  readonly series: string;
  /** Of the call, `2024-12-12-2`; null for a template. */
  readonly call: string | null;
  /** Number of the edition; null for a deck as it is now. */
  readonly edition: number | null;
  /** SHA-256 of the edition's canonical form, lower-case hex; null for a deck. */
  readonly checksum: string | null;
  /** Full address of the record or call; null where nobody knows the instance's. */
  readonly address: string | null;
}
