/** Half open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is left of a range without others, which are in order. */
export function without({ from, to }: Range, others: readonly Range[]): readonly Range[] {
  const inside = others.filter((other) => other.to > from && other.from < to);
  const starts = [from, ...inside.map((other) => other.to)];
  const ends = [...inside.map((other) => other.from), to];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? to;
    return start < end ? [{ from: start, to: end }] : [];
  });
}
