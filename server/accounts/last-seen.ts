import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

/** Exact enough for "last seen yesterday", and a write in five minutes at most. */
const EVERY_MS = 5 * 60_000;

/** Keeps when a person was last here. Nobody waits for it, and a failure costs only this. */
export function markSeen({ id, lastSeenAt }: { readonly id: string; readonly lastSeenAt: Date | null }): void {
  const now = new Date();
  if (lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() < EVERY_MS) return;
  database()
    .person.updateMany({ where: { id }, data: { lastSeenAt: now } })
    .catch((error: unknown) => log.warn('When somebody was last here could not be kept.', { error }));
}
