import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';

/** A session has ended, by whatever way: the rooms are rung, and close or take down to a visitor what it had opened. */
export async function ringSessionEnd(authUserId: string): Promise<void> {
  const person = await database().person.findUnique({ where: { authUserId }, select: { id: true } });
  if (person !== null) bus().publish('access.changed', { personId: person.id });
}
