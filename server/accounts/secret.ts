import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { newToken } from './tokens.ts';

let known: string | undefined;

/** The instance's secret: AUTH_SECRET, else made once and kept in the database, where every process finds the same. */
export async function instanceSecret(): Promise<string> {
  known ??= environment().authSecret ?? (await secretOfDatabase());
  return known;
}

async function secretOfDatabase(): Promise<string> {
  const key = 'auth-secret';
  await database().setting.createMany({ data: [{ key, value: newToken() }], skipDuplicates: true });
  const { value } = await database().setting.findUniqueOrThrow({ where: { key } });
  return value;
}
