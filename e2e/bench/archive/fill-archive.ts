import { randomUUID } from 'node:crypto';
import pg from 'pg';

import { PrismaPg } from '@prisma/adapter-pg';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { PrismaClient } from '#prisma/client/client.ts';
import { insertSearchSlides } from '#server/search/write-slides.ts';
import type { SearchedSlides } from '#server/search/write-slides.ts';
import { seededRandom } from '#e2e/bench/stage/seeded-random.ts';

import { recordMaker, sha256, TEAMS } from './made-record.ts';
import type { MadeRecord } from './made-record.ts';
import { zipfWords } from './zipf-words.ts';

const WEEK_MS = 7 * 86_400_000;
const NEWEST = Date.UTC(2026, 10, 19, 14);
/** Weekly calls of twenty years. */
const CALLS_OF_SERIES = 1_000;
const BATCH = 100;
/** Connections that write at the same time: Postgres has most of the work. */
const WRITERS = 2;

const SEARCH_INDICES = `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'search_slide' AND indexname <> 'search_slide_pkey'`;

interface BenchSeries {
  readonly id: string;
  readonly slug: string;
}

/** Fills an empty, migrated database with so many records in series of 1,000 weekly calls; every tenth series is closed. Straight into the tables. */
export async function fillArchive(url: string, records: number): Promise<void> {
  const random = seededRandom(7);
  const make = recordMaker(zipfWords(random), random);
  const pool = new pg.Pool({ connectionString: url, max: WRITERS, options: '-c session_replication_role=replica' });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const series = await fillSeries(pool, Math.ceil(records / CALLS_OF_SERIES));
  const { rows: indices } = await pool.query<{ indexname: string; indexdef: string }>(SEARCH_INDICES);
  for (const { indexname } of indices) await pool.query(`DROP INDEX ${indexname}`);
  // Newest last, as calls are written.
  let at = 0;
  const write = async (): Promise<void> => {
    for (; at < records;) {
      const from = at;
      at = Math.min(records, at + BATCH);
      const batch = Array.from({ length: at - from }, (_each, index) => {
        const number = from + index;
        const week = CALLS_OF_SERIES - 1 - Math.floor(number / series.length);
        return recordRow(make, series[number % series.length], new Date(NEWEST - week * WEEK_MS));
      });
      await writeBatch(pool, batch);
      await insertSearchSlides(
        prisma,
        batch.map(({ searched }) => searched),
      );
      if (at % 10_000 === 0) process.stderr.write(`${at} records\n`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await pool.query(`SET maintenance_work_mem = '1GB'`);
  for (const { indexdef } of indices) await pool.query(indexdef);
  await pool.query('ANALYZE');
  await prisma.$disconnect();
  await pool.end();
}

async function fillSeries(pool: pg.Pool, count: number): Promise<readonly BenchSeries[]> {
  const series = Array.from({ length: count }, (_each, index) => ({ id: randomUUID(), slug: `harbour-${index}` }));
  for (const [index, { id, slug }] of series.entries()) {
    const who = index % 10 === 9 ? 'members' : 'public';
    await pool.query(
      `INSERT INTO series (id, slug, name, time_zone, read_decks, read_live, read_records) VALUES ($1, $2, $3, 'UTC', 'members', $4, $4)`,
      [id, slug, `Harbour ${index}`, who],
    );
    for (const [position, name] of TEAMS.entries()) {
      const team = randomUUID();
      await pool.query(`INSERT INTO team (id, series_id, slug, name, hue, position) VALUES ($1, $2, $3, $4, $5, $6)`, [
        team,
        id,
        name.toLowerCase(),
        `Team ${name}`,
        position * 30,
        position,
      ]);
      await pool.query(`INSERT INTO known_heading (series_id, folded, spelling, team_id) VALUES ($1, $2, $3, $4)`, [
        id,
        foldHeading(`Team ${name}`),
        `Team ${name}`,
        team,
      ]);
    }
  }
  return series;
}

function recordRow(make: (day: Date) => MadeRecord, series: BenchSeries | undefined, startsAt: Date) {
  if (series === undefined) throw new Error('there is no series');
  const { text, content, slides } = make(startsAt);
  const [callId, recordId, editionId] = [randomUUID(), randomUUID(), randomUUID()];
  const address = startsAt.toISOString().slice(0, 10);
  const sections = content.sections.map((section) => ({ ...section, teamId: null }));
  const searched: SearchedSlides = {
    call: { id: callId, seriesId: series.id, startsAt, address },
    kind: 'record',
    editionId,
    sections,
    slides,
  };
  return {
    callId,
    recordId,
    editionId,
    seriesId: series.id,
    address,
    startsAt,
    text,
    content,
    slides,
    sections,
    searched,
  };
}

async function writeBatch(pool: pg.Pool, batch: readonly ReturnType<typeof recordRow>[]): Promise<void> {
  const calls = batch.map(({ callId, recordId, editionId, seriesId, address, startsAt, text, content }) => ({
    call_id: callId,
    record_id: recordId,
    edition_id: editionId,
    series_id: seriesId,
    address,
    starts_at: startsAt,
    text,
    content,
    checksum: sha256(text),
  }));
  const slides = batch.flatMap(({ editionId, slides: each }) =>
    each.map((slide, position) => ({ edition_id: editionId, position, ...slide })),
  );
  const sections = batch.flatMap(({ recordId, sections: each }) =>
    each.map(({ key, title, reporter, fromSlide, toSlide }, position) => ({
      record_id: recordId,
      position,
      key,
      title,
      folded: foldHeading(title),
      reporter,
      from_slide: fromSlide,
      to_slide: toSlide,
      words_hash: sha256(`${recordId} ${position}`),
    })),
  );
  const from = (columns: string) => `FROM jsonb_to_recordset($1::jsonb) AS row(${columns})`;
  const all = `call_id uuid, record_id uuid, edition_id uuid, series_id uuid, address text, starts_at timestamptz, text text, content jsonb, checksum text`;
  for (const statement of [
    `INSERT INTO call (id, series_id, address, title, state, starts_at, time_zone, ended_at) SELECT call_id, series_id, address,
       'Harbour Community Call', 'ended', starts_at, 'UTC', starts_at ${from(all)}`,
    `INSERT INTO deck (id, kind, series_id, call_id, frozen_at) SELECT left(md5(call_id::text), 22), 'call', series_id, call_id, starts_at ${from(all)}`,
    `INSERT INTO record (id, call_id, newest_edition_id, slides) SELECT record_id, call_id, edition_id, jsonb_array_length(content->'slides') ${from(all)}`,
    `INSERT INTO edition (id, record_id, number, format, source, presented, content, checksum, seals_at, sealed_at) SELECT edition_id, record_id, 1, 1,
       convert_to(text, 'UTF8'), convert_to(text, 'UTF8'), content, checksum, starts_at, starts_at ${from(all)}`,
  ])
    await pool.query(statement, [JSON.stringify(calls)]);
  await pool.query(
    `INSERT INTO edition_slide (edition_id, position, key, heading, text) SELECT * ${from('edition_id uuid, position int, key text, heading text, text text')}`,
    [JSON.stringify(slides)],
  );
  await pool.query(
    `INSERT INTO record_section (record_id, position, key, title, folded, reporter, from_slide, to_slide, words_hash) SELECT * ${from(
      'record_id uuid, position int, key text, title text, folded text, reporter text, from_slide int, to_slide int, words_hash text',
    )}`,
    [JSON.stringify(sections)],
  );
}
