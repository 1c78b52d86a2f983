import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import type { Presence } from './connection-status.ts';

const userSchema = z.object({
  user: z.object({
    id: z.string().nullable(),
    name: z.string(),
    hue: z.number(),
    /** May hold the baton; only the server says so. */
    present: z.boolean().default(false),
  }),
});

/** Who has this deck open, this page first, then by name. States without a person are left out. */
export function presenceOf(awareness: Awareness): readonly Presence[] {
  const people: Presence[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const result = userSchema.safeParse(state);
    if (!result.success) continue;
    const { id, name, hue, present } = result.data.user;
    people.push({ clientId, personId: id, name, hue, present, own: clientId === awareness.clientID });
  }
  return people.toSorted(
    (a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name) || a.clientId - b.clientId,
  );
}
