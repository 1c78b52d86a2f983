/** A date that waits to be filled in: 202X-XX-XX, 2024-XX-XX, YYYY-MM-DD. */
const DATES = ['20[0-9X]{1,2}-(?:XX|MM)-(?:XX|DD)', '20[0-9]?X{1,2}-[0-9]{2}-[0-9]{2}', 'YYYY-MM-DD'];

/** What waits to be replaced, in small letters too. Sources of regular expressions. */
const WAITING = [
  // A reporter nobody has named yet.
  '@todo',
  ...DATES,
  'lorem ipsum',
];

/** Each whole and not part of a longer word or address. */
const whole = (words: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\w@/#.-])(?:${words.join('|')})(?![\\w-])`, flags);

export const WAITING_DATE = whole(DATES, 'gi');
export const WAITING_WORD = whole(WAITING, 'gi');
/** In small letters these are words of some language. */
export const SHOUTED_WORD = whole(['TODO', 'TBD', 'FIXME'], 'g');
