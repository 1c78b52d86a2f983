import { Refusal } from '#lib/errors.ts';
import { log } from '#server/log.ts';

/** What is said to somebody whose picture could not be kept because of where it was to lie, not of what it is. */
export function storeTrouble(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  log.error('a picture could not be kept', { error });
  return new Refusal(
    'unavailable',
    isFull(error)
      ? 'There is no room left for pictures: nothing was kept. Whoever runs this Plenum can make some.'
      : 'The store of pictures does not answer: nothing was kept. Try again in a moment.',
  );
}

/** Whether a disk has no room left, in the words of whoever found out. */
export function isFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    /ENOSPC|EDQUOT|no space left/i.test(`${'code' in error ? String(error.code) : ''} ${error.message}`)
  );
}
