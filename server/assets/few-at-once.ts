import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

/** Pages ask for one after the other; who has several open needs no more. */
const MOST = 4;
const running = new Map<string, number>();

/** Does work that takes long and much for somebody, of whom this process does no more than four at once. Refuses the fifth. */
export async function fewAtOnce<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(personId) ?? 0;
  if (before >= MOST) throw new Refusal('too-many', messages.foreignPictures.atOnce);
  running.set(personId, before + 1);
  try {
    return await work();
  } finally {
    const left = (running.get(personId) ?? 1) - 1;
    if (left === 0) running.delete(personId);
    else running.set(personId, left);
  }
}
