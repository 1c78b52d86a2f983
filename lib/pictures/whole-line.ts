import type { SourceRange } from '#lib/slides/deck-model.ts';

/** The line or lines of a range with their break where nothing else stands there; else the range itself. */
export function wholeLine(text: string, { from, to }: SourceRange): SourceRange {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  if (text.slice(start, from).trim() !== '' || text.slice(to, end).trim() !== '') return { from, to };
  return { from: start, to: next === -1 ? end : end + 1 };
}

/** The same with one of the empty lines around it, of which there would be two too many. */
export function wholeParagraph(text: string, range: SourceRange): SourceRange {
  const { from, to } = wholeLine(text, range);
  const alone = (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to - 1] === '\n');
  const apart = (from === 0 || /\n[ \t]*\n$/.test(text.slice(Math.max(0, from - 80), from))) && text[to] === '\n';
  return alone && apart ? { from, to: to + 1 } : { from, to };
}

/** The line of a range, where only a mark of a list or a quotation stands before it. */
export function wholeItem(text: string, { from, to }: SourceRange): SourceRange {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const marks = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])?[ \t]+$/.test(text.slice(start, from));
  return wholeLine(text, { from: marks ? start : from, to });
}
