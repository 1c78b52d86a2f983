import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';

import { freezeCall } from './freeze-call.ts';
import { sealEdition } from './seal-editions.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function frozen(date: string) {
  const { callId, deckId } = await harbourCall(db, date);
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId } });
  const { editionId, sealsAt } = await db.prisma.$transaction((tx) =>
    freezeCall(tx, { call, deckId, personId: null, at: new Date() }),
  );
  return { callId, editionId, sealsAt };
}

/** What Postgres itself says to a statement. */
async function saysTo(statement: string, redaction = false): Promise<string> {
  return db.prisma
    .$transaction(async (tx) => {
      if (redaction) await tx.$executeRawUnsafe(`SELECT set_config('plenum.redaction', 'on', true)`);
      return `${await tx.$executeRawUnsafe(statement)} rows`;
    })
    .catch((error: unknown) => (/(is sealed|is never changed|violates)/.exec(String(error)) ?? [String(error)])[0]);
}

describe('Postgres', () => {
  it('refuses every change of a sealed edition and its slides, whoever asks', async () => {
    const { callId, editionId: id, sealsAt } = await frozen('2026-12-03');
    const open = await frozen('2026-12-10');
    expect(await saysTo(`UPDATE edition SET number = 7 WHERE id = '${open.editionId}'`)).toBe('1 rows');
    expect(await saysTo(`UPDATE edition SET number = 1 WHERE id = '${open.editionId}'`)).toBe('1 rows');
    await sealEdition(id, new Date(sealsAt.getTime() + 1));
    for (const statement of [
      `UPDATE edition SET sealed_at = NULL WHERE id = '${id}'`,
      `UPDATE edition SET sealed_at = now() WHERE id = '${id}'`,
      `UPDATE edition SET presented = '' WHERE id = '${id}'`,
      `UPDATE edition SET content = '{}' WHERE id = '${id}'`,
      `UPDATE edition SET record_id = (SELECT record_id FROM edition WHERE id = '${open.editionId}') WHERE id = '${id}'`,
      `DELETE FROM edition WHERE id = '${id}'`,
      `UPDATE edition_slide SET text = 'other' WHERE edition_id = '${id}'`,
      `UPDATE edition_slide SET heading = '' WHERE edition_id = '${id}'`,
      `UPDATE edition_slide SET edition_id = '${id}', position = 900 WHERE edition_id = '${open.editionId}' AND position = 0`,
      `UPDATE edition_slide SET edition_id = '${open.editionId}', position = 900 WHERE edition_id = '${id}' AND position = 0`,
      `INSERT INTO edition_slide (edition_id, position, key, heading, text) VALUES ('${id}', 900, '9', '', '')`,
      `DELETE FROM edition_slide WHERE edition_id = '${id}'`,
      `UPDATE record SET call_id = '${open.callId}' WHERE call_id = '${callId}'`,
      `INSERT INTO edition (id, record_id, number, format, source, presented, content, checksum, seals_at)
         SELECT id, record_id, number, format, source, presented, content, checksum, seals_at FROM edition WHERE id = '${id}'
         ON CONFLICT (id) DO UPDATE SET sealed_at = NULL`,
    ])
      expect({ statement, says: await saysTo(statement) }).toEqual({ statement, says: 'is sealed' });
    // Its record and call hold it as well.
    expect(await saysTo(`DELETE FROM record WHERE call_id = '${callId}'`)).toBe('violates');
    expect(await saysTo(`DELETE FROM call WHERE id = '${callId}'`)).toBe('violates');
    for (const table of ['edition', 'edition_slide', 'record', 'call', 'series', 'series_asset, series'])
      expect({ table, says: await saysTo(`TRUNCATE ${table} CASCADE`) }).toEqual({ table, says: 'is never changed' });
  });

  it('lets a redaction change what an edition says, and nothing else of it', async () => {
    const { editionId: id, sealsAt } = await frozen('2026-12-17');
    await sealEdition(id, new Date(sealsAt.getTime() + 1));
    for (const [statement, says] of [
      [`UPDATE edition SET presented = 'taken out', content = content WHERE id = '${id}'`, '1 rows'],
      [`UPDATE edition_slide SET text = 'taken out' WHERE edition_id = '${id}' AND position = 0`, '1 rows'],
      [`UPDATE edition SET sealed_at = NULL WHERE id = '${id}'`, 'is sealed'],
      [`UPDATE edition SET number = 2 WHERE id = '${id}'`, 'is sealed'],
      [`DELETE FROM edition WHERE id = '${id}'`, 'is sealed'],
    ] as const)
      expect({ statement, says: await saysTo(statement, true) }).toEqual({ statement, says });
  });
});
