/** A day, `2024-12-12`, in the notation of another date as it stands in a text: `2.5.2024`, `May 2, 2024`, `2024/05/02`. */
export function inNotationOf(written: string, day: string): string {
  if (/^\d{4}/.test(written)) return day.split('-').join(/\D/.exec(written)?.[0] ?? '');
  return /^[\d. ]+$/.test(written) ? inNumbers(written, day) : inWords(written, day);
}

function inNumbers(written: string, day: string): string {
  const padded = /^0|\D0\d\D/.test(written);
  const parts = day.split('-').toReversed();
  return parts.map((part) => (padded ? part : String(Number(part)))).join(written.includes('. ') ? '. ' : '.');
}

function inWords(written: string, day: string): string {
  const [year = '', , date = ''] = day.split('-');
  const name = /\p{L}{3,}/u.exec(written)?.[0] ?? '';
  return written
    .replace(/\d{1,2}(?!\d)(?:st|nd|rd|th)?/, String(Number(date)))
    .replace(/\d{4}/, year)
    .replace(name, monthLike(name, day));
}

const GERMAN = /^(?:januar$|februar$|mär|mai$|juni$|juli$|okt|dez)/i;

/** The month of a day, in the language and the length of the name of another month. */
function monthLike(name: string, day: string): string {
  const language = GERMAN.test(name) ? 'de' : 'en';
  const month = name.length === 3 && !/^(?:may|mai)$/i.test(name) ? 'short' : 'long';
  const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
