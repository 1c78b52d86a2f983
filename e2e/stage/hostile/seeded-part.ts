/** One part in so many of a list, evenly spread over it; which one says `HOSTILE_SEED`, a number. */
export function seededPart<Item>(
  list: readonly Item[],
  parts: number,
): { readonly seed: number; readonly part: readonly Item[] } {
  const seed = Number(process.env['HOSTILE_SEED'] ?? 1);
  return { seed, part: list.filter((_, index) => index % parts === seed % parts) };
}
