import { Refusal } from '#lib/errors.ts';
import { database } from '#server/database/client.ts';

/** What a series may hold. */
const MOST_PICTURES = 50_000;
const MOST_BYTES = 20_000_000_000;

/** Refuses with one sentence when a series holds as many pictures as it may. */
export async function requireRoom(seriesId: string): Promise<void> {
  const [held] = await database().$queryRaw<readonly { readonly pictures: number; readonly bytes: number }[]>`
    SELECT count(*)::int AS pictures, coalesce(sum(asset.bytes), 0)::float8 AS bytes
    FROM series_asset JOIN asset USING (hash) WHERE series_asset.series_id = ${seriesId}::uuid`;
  if (held !== undefined && (held.pictures >= MOST_PICTURES || held.bytes >= MOST_BYTES))
    throw new Refusal(
      'too-large',
      'This series holds as many pictures as it may. Those that nothing shows any more go 30 days later by themselves.',
    );
}
