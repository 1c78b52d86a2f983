import type { Visitor } from '#lib/visitor.ts';
import type { TestDatabase } from './database.ts';

/** Writes a person and gives them as whoever asks, signed in and no admin. */
export async function signedIn({ prisma }: TestDatabase, name: string): Promise<Visitor> {
  const { id } = await prisma.person.create({ data: { name, hue: 10 } });
  return { person: { id, name, hue: 10, admin: false, signedIn: true }, linkIds: [] };
}
