import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

/** What waits to be replaced, each whole and not part of a longer word or address. */
const WAITING = [
  // A reporter nobody has named yet.
  '@todo',
  // A date: 202X-XX-XX, 2024-XX-XX, YYYY-MM-DD.
  '20[0-9X]{1,2}-(?:XX|MM)-(?:XX|DD)',
  '20[0-9]?X{1,2}-[0-9]{2}-[0-9]{2}',
  'YYYY-MM-DD',
  'lorem ipsum',
];
const WORD = new RegExp(`(?<![\\w@/#.-])(?:${WAITING.join('|')})(?![\\w-])`, 'gi');
/** In small letters these are words of some language. */
const SHOUTED = /(?<![\w@/#.-])(?:TODO|TBD|FIXME)(?![\w-])/g;

/** What a template left to be filled in, still there. */
export function placeholders({ prose }: SlideText): readonly Problem[] {
  return [...prose.matchAll(WORD), ...prose.matchAll(SHOUTED)].map(({ index, 0: detail }) => ({
    code: 'placeholder',
    range: { from: index, to: index + detail.length },
    detail,
    fix: null,
  }));
}
