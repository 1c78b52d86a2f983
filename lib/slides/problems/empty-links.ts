import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

/** A link or picture without brackets in its label, on one line. */
const LINK = /(!?)\[([^[\]\r\n]*)\]\(([^()\s]*)\)/g;
const NOWHERE = /^(?:https?:\/\/)?$/i;

/** Links that lead nowhere or that nobody can press, and pictures of nothing: what the buttons of an editor leave behind. */
export function emptyLinks({ visible, body }: SlideText): readonly Problem[] {
  const problems: Problem[] = [];
  for (const found of visible.matchAll(LINK)) {
    const [whole, mark = '', , address = ''] = found;
    const label = body.slice(found.index + mark.length + 1, found.index + mark.length + 1 + (found[2] ?? '').length);
    const insert = mended(mark === '!', label, address);
    if (insert === null) continue;
    const range = { from: found.index, to: found.index + whole.length };
    const code = mark === '!' ? 'empty-image' : 'empty-link';
    problems.push({ code, range, detail: whole.slice(0, 200), fix: { ...range, insert } });
  }
  return problems;
}

/** What should stand there instead, or null when the link is one. */
function mended(picture: boolean, label: string, address: string): string | null {
  const nowhere = NOWHERE.test(address);
  if (picture) return nowhere ? '' : null;
  if (nowhere) return label;
  if (label.trim() !== '') return null;
  return /^[a-z][a-z\d+.-]*:/i.test(address) ? `<${address}>` : address;
}
