import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReportLine } from '#lib/sections/report-line.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldHeading } from './fold-heading.ts';
import { learnTeams, namesOf } from './learn-teams.ts';

const folder = path.join(
  process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared'),
  'corpus/community-call',
);

/**
 * The teams that a person finds, written down by reading the decks of the community's calls of 2023 and their template, before
 * the rules were made: a team, and in how many of the 16 decks it has a section of its own or below another.
 */
const TEAMS = [
  ['Team IaaS', 16],
  ['Team IAM', 16],
  ['Team Ops', 16],
  ['Team Container', 14],
  ['SIG Documentation', 6],
  ['SIG Community', 7],
  ['SIG Central API MVP', 8],
  ['SIG Standardization/Certification', 9],
  ['SIG Monitoring', 3],
  ['SIG Release', 2],
] as const;

/** Spellings that a person takes for the same team. */
const SAME = [
  [
    'SIG Standardization/Certification',
    'SIG Std/Cert',
    'SIG Standardization / Certfication',
    'SIG Standardization & Certification',
  ],
  ['Team IAM', 'Team IAM & Security', 'Team IAM/Sec'],
  ['SIG Central API MVP', 'Central API MVP SIG', 'SIG Central API'],
] as const;

function decks() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ text }) => /^type:\s*slide/m.test(text))
    .map(({ name, text }) => ({
      date: /^\d{8}/.test(name) ? `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}` : '2024-08-01',
      text,
      slides: parseDeck(text).slides,
    }));
}

describe.skipIf(!existsSync(folder))('the decks of a real community', () => {
  it('the real decks teach the teams that a person finds, none split and no topic among them', () => {
    const learned = learnTeams(decks());
    expect(learned.teams.map((team) => [team.name, team.decks])).toEqual(TEAMS);
    const names = namesOf(learned);
    for (const same of SAME) expect(new Set(same.map((spelling) => names.get(foldHeading(spelling)))).size).toBe(1);
    expect(learned.doubtful.map(({ heading }) => heading)).toEqual(['SIG Documentation or SIG community']);
  });

  it('every section of the real decks is of a team or a topic', () => {
    const all = decks();
    const names = namesOf(learnTeams(all));
    const unknown = all.flatMap(({ text }) =>
      parseDeck(text).sections.filter(({ title }) => title !== '' && !names.has(foldHeading(title))),
    );
    expect(unknown.map(({ title }) => title)).toEqual([]);
  });

  it('whoever the real decks say reports is found', () => {
    for (const { text, date } of decks()) {
      const written = parseDeck(text).slides.filter(({ source }) => /^\W*(?:<[^>]*>)?\s*reported? by/im.test(source));
      const found = written.filter(({ source }) => findReportLine(source) !== null);
      expect([date, found.length]).toEqual([date, written.length]);
    }
  });
});
