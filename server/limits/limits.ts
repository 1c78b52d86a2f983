/** How often something may be done, and what is said when it was done too often. */
export interface Limit {
  readonly points: number;
  /** Of the window that begins with the first time. */
  readonly seconds: number;
  /** One sentence; the time that is left is said behind it. */
  readonly sentence: string;
}

const MINUTES = 60;
const HOURS = 3_600;
const SIGN_IN = 'There were too many tries to sign in.';
const MAIL = 'Too many mails were asked for.';
const FETCH = 'Too many pictures were fetched from other servers of late.';

/**
 * Every limit there is, by the name that its counter has. What follows the dot is what the counter is kept for: `account` an
 * address somebody gave as theirs, `address` where a request comes from, `both` the two together. Whole rooms share one address
 * behind their router: those are generous.
 */
export const LIMITS = {
  'sign-in.both': { points: 10, seconds: 15 * MINUTES, sentence: SIGN_IN },
  // High enough that nobody is kept out by strangers who try, low enough that many machines together guess little.
  'sign-in.account': { points: 100, seconds: HOURS, sentence: SIGN_IN },
  'sign-in.address': { points: 600, seconds: 15 * MINUTES, sentence: SIGN_IN },
  // Ways through a provider that were begun: each is a row until it ends.
  'sign-in.begun': { points: 600, seconds: 15 * MINUTES, sentence: SIGN_IN },
  'mail.account': { points: 5, seconds: HOURS, sentence: MAIL },
  'mail.address': { points: 100, seconds: HOURS, sentence: MAIL },
  'password.account': {
    points: 10,
    seconds: 15 * MINUTES,
    sentence: 'There were too many tries with a wrong password.',
  },
  'guest.address': { points: 300, seconds: HOURS, sentence: 'Too many people gave a name here of late.' },
  'guest.link': { points: 500, seconds: HOURS, sentence: 'Too many people gave a name by this link of late.' },
  'upload.person': { points: 600, seconds: HOURS, sentence: 'You have brought many pictures of late.' },
  'fetch.person': { points: 120, seconds: HOURS, sentence: FETCH },
  'fetch.series': { points: 600, seconds: HOURS, sentence: FETCH },
  'pdf.address': { points: 120, seconds: 10 * MINUTES, sentence: 'Too many PDFs were made here of late.' },
  // As one types: a word is some letters.
  'search.address': { points: 3_000, seconds: 5 * MINUTES, sentence: 'There were many searches from here of late.' },
  'webhook.series': { points: 30, seconds: HOURS, sentence: 'Many tests were sent of late.' },
  // By token, or by address without one.
  api: { points: 600, seconds: MINUTES, sentence: 'Too many requests.' },
} as const satisfies Readonly<Record<string, Limit>>;

/** A limit by its name. */
export type LimitName = keyof typeof LIMITS;
