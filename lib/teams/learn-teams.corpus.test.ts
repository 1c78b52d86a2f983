import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReportLine } from '#lib/sections/report-line.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldHeading } from './fold-heading.ts';
import { headingsOf, learnTeams, type LearnedHeading } from './learn-teams.ts';

const corpus = path.join(process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared'), 'corpus');

/**
 * The teams that a person finds, written down by reading the headings of all decks slide by slide, before the rules were tuned to
 * them (what a first, plainer learner had found was known by then): by its newest name, in how many of the 21 decks it has slides of its own, and in which spellings.
 */
const TEAMS: Readonly<Record<string, readonly [number, readonly string[]]>> = {
  'Team IaaS': [21, []],
  'Team IAM & Security': [
    20,
    ['Team IAM', 'Team IAM/Sec', 'Team IAM/Roles', 'Team IAM/IAM', 'Team IAM & Security - IAM'],
  ],
  'Team Ops': [21, []],
  'Team Container': [18, []],
  'SIG Documentation': [8, []],
  'SIG Community': [9, []],
  'SIG Central API': [8, ['SIG Central API MVP', 'Central API MVP SIG']],
  'SIG Standardization/Certification': [
    12,
    [
      'SIG Standardization / Certification',
      'SIG Standardization & Certification',
      'SIG Standardization and Certification',
      'SIG Standardization / Certfication',
      'SIG Standards & Certification',
      'SIG Std/Cert',
    ],
  ],
  'SIG Monitoring': [3, []],
  'SIG Release': [2, []],
};

/** Some headings of columns that a person takes for no team, though they recur, or have words of teams in them. */
const TOPICS = [
  'Sovereign Cloud Stack',
  'SCS Community Call',
  'Any newcomers?',
  'Welcome',
  'Updates from the Teams',
  'Tenders',
  'ITZB tender',
  'Events - meet us where you can!',
  'Join the SCS Project Team @ OSBA',
  'Join the Open Operations Movement',
  'Third Community Hackathon',
  'Zuul for SCS',
  'Metering',
  'Adoption',
  'Press',
  'Open Door Sessions (Reminder)',
  'Visibility & Press & Events',
  'General Topics',
  'Lightning Talk',
  'SIG Documentation or SIG community',
  'Project Board',
  'Docs, docs, docs',
];

interface Deck {
  readonly date: string;
  readonly text: string;
}

/** The decks that there are, with the day of the call; the template counts as one of the summer of 2024. */
function decks(): readonly Deck[] {
  return ['seeds', 'community-call'].flatMap((folder) =>
    readdirSync(path.join(corpus, folder))
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => ({ name, text: readFileSync(path.join(corpus, folder, name), 'utf8') }))
      .filter(({ text }) => /^type:\s*slide/m.test(text))
      .map(({ name, text }) => ({ date: dayOf(name, text), text })),
  );
}

function dayOf(name: string, text: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(name) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  return /Community Call (20\d\d-\d\d-\d\d)/.exec(text)?.[1] ?? '2024-08-01';
}

function learn() {
  return learnTeams(decks().map(({ date, text }) => ({ date, slides: parseDeck(text).slides })));
}

const spellingsOf = ({ name, spellings }: LearnedHeading): readonly string[] =>
  spellings
    .map(({ spelling }) => spelling)
    .filter((spelling) => spelling !== name)
    .toSorted();

// PLENUM_SHARED names the folder that holds the corpus; it is no part of the project.
describe.skipIf(!existsSync(corpus))('the decks of a real community', () => {
  it('the real decks teach the teams that a person finds, none split', () => {
    const { teams } = learn();
    expect(Object.fromEntries(teams.map((team) => [team.name, [team.decks, spellingsOf(team)]]))).toEqual(
      Object.fromEntries(
        Object.entries(TEAMS).map(([name, [count, others]]) => [name, [count, [...others].toSorted()]]),
      ),
    );
    expect(teams.every(({ certain }) => certain)).toBe(true);
  });

  it('no topic of the real decks is called a team', () => {
    const { teams, topics, doubtful } = learn();
    const folded = new Set(topics.flatMap(({ spellings }) => spellings.map((each) => each.folded)));
    expect(TOPICS.filter((heading) => !folded.has(foldHeading(heading)))).toEqual([]);
    expect(teams.length).toBe(Object.keys(TEAMS).length);
    expect(doubtful.map(({ heading, why }) => [heading, why])).toEqual([
      ['SIG Documentation or SIG community', 'several'],
      ['Project Board', 'once'],
    ]);
  });

  it('the order of the decks does not matter', () => {
    const all = decks().map(({ date, text }) => ({ date, slides: parseDeck(text).slides }));
    const [one, other] = [learnTeams(all), learnTeams(all.toReversed())];
    expect(other.teams).toEqual(one.teams);
    expect(other.topics.map(({ name }) => name)).toEqual(one.topics.map(({ name }) => name));
  });

  it('every section of the real decks is of a team or a topic', () => {
    const names = headingsOf(learn());
    const unknown = decks().flatMap(({ text }) =>
      parseDeck(text).sections.filter(({ title }) => title !== '' && !names.has(foldHeading(title))),
    );
    expect(unknown.map(({ title }) => title)).toEqual([]);
  });

  it('whoever the real decks say reports is found', () => {
    const written = decks().map(({ text }) => text.match(/^(?:report|presented) by\b/gim)?.length ?? 0);
    const found = decks().map(
      ({ text }) => parseDeck(text).slides.filter(({ source }) => findReportLine(source) !== null).length,
    );
    expect(found).toEqual(written);
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(21);
  });
});
