import type { database } from '#server/database/client.ts';

/**
 * Removes revisions that were kept by themselves as they age: all of the last day stay, then the last of each hour for a month, then
 * the last of each day. What was named, and what marks a call's life, stays. Gives the number removed.
 */
export async function thinRevisions(open: () => ReturnType<typeof database>, now: Date = new Date()): Promise<number> {
  return open().$executeRaw`
    WITH aged AS (
      SELECT id, row_number() OVER (
        PARTITION BY deck_id, CASE
          WHEN created_at > ${now}::timestamptz - interval '30 days' THEN date_trunc('hour', created_at)
          ELSE date_trunc('day', created_at)
        END
        ORDER BY created_at DESC, id DESC
      ) AS place
      FROM revision
      WHERE reason IN ('rested', 'edited', 'deletion', 'ready', 'restored', 'undone')
        AND created_at <= ${now}::timestamptz - interval '1 day'
    )
    DELETE FROM revision USING aged WHERE aged.id = revision.id AND aged.place > 1`;
}
