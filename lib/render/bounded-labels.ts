import type { MarkdownIt, StateInline } from 'markdown-it';

/** So many brackets of one paragraph may stay open; those behind them are text. Nobody writes so many, and each costs a look at all that follow. */
const MOST_OPEN = 1_000;

/**
 * Bounds what brackets cost that are never closed: the parser looks for the end of each, up to a hundred levels deep, for each rule that begins
 * with one, so that a megabyte of `![` took it 7 s.
 */
export function boundedLabels(markdown: MarkdownIt): void {
  const { helpers } = markdown;
  const { parseLinkLabel } = helpers;
  const open = new WeakMap<StateInline, number>();
  helpers.parseLinkLabel = (state, start, disableNested) => {
    const before = open.get(state) ?? 0;
    if (before >= MOST_OPEN) return -1;
    const end = parseLinkLabel(state, start, disableNested);
    // Those inside it have been counted meanwhile.
    if (end < 0) open.set(state, (open.get(state) ?? 0) + 1);
    return end;
  };
}
