import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldHeading } from './fold-heading.ts';
import { learnTeams, headingsOf, type Learned } from './learn-teams.ts';

/** Decks of columns, a week after each other; `heading | who` adds a report line, `> heading` stands below. */
function learn(decks: readonly (readonly string[])[]): Learned {
  return learnTeams(
    decks.map((columns, week) => ({
      date: new Date(Date.UTC(2026, 0, 1 + week * 7)).toISOString().slice(0, 10),
      slides: parseDeck(columns.map(slideOf).join('').trimStart().slice('---'.length)).slides,
    })),
  );
}

function slideOf(column: string): string {
  const [heading = '', who] = column.replace(/^> /, '').split(' | ');
  const report = who === undefined ? '' : `\nReport by ${who}\n`;
  return `\n${column.startsWith('> ') ? '----' : '---'}\n\n# ${heading}\n${report}\n- words\n`;
}

const times = (count: number, deck: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: count }, () => deck);

const teams = (learned: Learned): readonly string[] => learned.teams.map(({ name }) => name);
const spellings = ({ teams: all }: Learned, name: string): readonly string[] =>
  all
    .find((team) => team.name === name)
    ?.spellings.map(({ spelling }) => spelling)
    .toSorted() ?? [];

describe('teams are learned from the decks of', () => {
  it('a project with special interest groups', () => {
    const learned = learn([
      ['Call', 'SIG Network | @ada', 'SIG Node | @bo', 'SIG Docs', 'WG Batch', 'Questions'],
      ['Call', 'SIG Network | @ada', 'SIG Node | @cy', 'SIG Documentation', 'WG Batch', 'Questions?'],
      ['Call', 'Special Interest Group Network', 'SIG Node', 'SIG Docs', 'WG Batch', 'Thanks'],
    ]);
    expect(teams(learned)).toEqual(['SIG Network', 'SIG Node', 'SIG Docs', 'WG Batch']);
    expect(spellings(learned, 'SIG Docs')).toEqual(['SIG Docs', 'SIG Documentation']);
    expect(learned.teams[0]?.reporters).toEqual([{ handle: 'ada', name: null, decks: 2, last: '2026-01-08' }]);
    expect(learned.teams.every(({ certain }) => certain)).toBe(true);
  });

  it('a German association', () => {
    const learned = learn([
      ['Treffen', 'Begrüßung', 'AG Technik', 'AG Presse', 'Gruppe 1', 'Gruppe 2', 'Termine'],
      ['Treffen', 'Begrüßung', 'Arbeitsgruppe Technik', 'AG Presse:', 'Gruppe 1', 'Gruppe 2', 'Verschiedenes'],
    ]);
    expect(teams(learned)).toEqual(['Arbeitsgruppe Technik', 'AG Presse', 'Gruppe 1', 'Gruppe 2']);
  });

  it('one whose teams do not call themselves teams', () => {
    const learned = learn([
      ['Call', 'Welcome | @host', 'Infrastructure | @ada', 'Outreach | @bo', 'Demo | @cy'],
      ['Call', 'Welcome | @host', 'Infrastructure | @ada', 'Outreach | @bo', 'Rust 101 | @dan'],
      ['Call', 'Welcome | @host', 'Infrastructure | @ada', 'Outreach', 'Thanks'],
    ]);
    expect(teams(learned)).toEqual(['Infrastructure', 'Outreach']);
    expect(learned.doubtful.map(({ heading, why }) => `${heading}: ${why}`)).toEqual([
      'Infrastructure: unmarked',
      'Outreach: unmarked',
    ]);
  });

  it('one without teams', () => {
    const learned = learn([
      ['Call', 'Roadmap', 'Team building in May', 'Board election', 'Questions'],
      ['Call', 'Roadmap', 'What our team did', 'Join our team', 'Questions'],
      ['Call', 'Roadmap', 'Updates from the teams', 'Questions'],
    ]);
    expect(teams(learned)).toEqual([]);
    expect(learned.topics.map(({ name }) => name)).toContain('Roadmap');
  });

  it('one that misspells, and abbreviates', () => {
    const learned = learn([
      ['Call', 'Team Standardization/Certification', 'Team Ops', 'Team OpenStack'],
      ['Call', 'Team Standardisation & Certfication', 'Team Ops', 'Team OpenStack'],
      ['Call', 'Team Std/Cert', '🛟 Team Ops', 'Team Openstack'],
      ['Call', 'Team Std/Cert', 'Team Ops'],
    ]);
    expect(learned.teams).toHaveLength(3);
    expect(spellings(learned, 'Team Std/Cert')).toHaveLength(3);
  });

  it('one that changes letters, leaves the kind out or puts it last', () => {
    const learned = learn([
      ['Call', 'Welcome', 'Team Backend', 'Taem Platform', 'Finance Committee', 'News'],
      ['Call', 'Welcome', 'Backend', 'Team Platfrom', 'Finance Comittee', 'News'],
      ['Call', 'Welcome', 'Backend Team', 'Team Platform', 'Finance Committee:', 'News'],
    ]);
    expect(teams(learned)).toEqual(['Backend Team', 'Team Platform', 'Finance Committee']);
    expect(learned.teams.map(({ decks }) => decks)).toEqual([3, 3, 3]);
  });

  it('one that renames its teams: the newest name is the name', () => {
    const learned = learn([
      ...times(9, ['Call', 'WG Docs', 'SIG Identity and Access Management', 'Team Data', 'End']),
      ...times(3, ['Call', 'SIG Docs', 'SIG IAM', 'Team Data & Science', 'End']),
    ]);
    expect(teams(learned)).toEqual(['SIG Docs', 'SIG IAM', 'Team Data & Science']);
  });

  it('one with guilds, squads and chapters', () => {
    const learned = learn([
      ['Town hall', 'Squad Falcon', 'Guild: Testing', 'Chapter Backend', 'Chapter 1', 'Team lunch', 'Kudos'],
      ['Town hall', 'Falcon Squad', 'Testing Guild', 'Chapter Backend', 'Chapter 1', 'Team lunch', 'Kudos'],
    ]);
    expect(learned.teams.map(({ decks }) => decks)).toEqual([2, 2, 2]);
  });

  it('a French and a Spanish one', () => {
    const learned = learn([
      ['Réunion', 'Bienvenue', 'Équipe Technique', 'Grupo de Prensa', 'Divers'],
      ['Réunion', 'Bienvenue', 'Equipe technique', 'Grupo Prensa', 'Merci'],
    ]);
    expect(teams(learned)).toEqual(['Equipe technique', 'Grupo Prensa']);
  });

  it('one whose headings say more than the name', () => {
    const learned = learn([
      ['Call', 'Update Team Ops', 'News from Team Docs', 'Team update', 'Updates from the teams'],
      ['Call', 'Team Ops', 'Team Docs – Status', 'Team update', 'Updates from the teams'],
      ['Call', 'Team Ops', 'Team Ops: the new site', 'Team Docs', 'Team update', 'Updates from the teams'],
    ]);
    expect(teams(learned)).toEqual(['Team Ops', 'Team Docs']);
    expect(headingsOf(learned).get('team ops the new site')).toBe('Team Ops');
  });

  it('one in which teams stand below others', () => {
    const learned = learn([
      ['Call', 'Updates', '> Team Red', '> Team Blue', '> Details', 'News'],
      ['Call', 'Team Red', '> Team Red/Paint', '> Team Blue', 'News'],
      ['Call', 'Team Red', '> Team Red/Paint', 'News'],
    ]);
    expect(learned.teams.map(({ name, decks }) => [name, decks])).toEqual([
      ['Team Red', 3],
      ['Team Blue', 2],
    ]);
  });

  it('one in which nothing says what a team is and nobody reports: what always comes may be teams', () => {
    const learned = learn([
      ['Call', 'Welcome', 'Infrastructure', 'Docs', 'Outreach', 'Rust 101', 'AOB'],
      ['Call', 'Welcome', 'Infra', 'Docs', 'Outreach', 'AOB'],
      ['Call', 'Welcome', 'Infrastructure', 'Docs', 'Outreach', 'Zig', 'AOB'],
    ]);
    expect(learned.teams.map(({ name, certain }) => [name, certain])).toEqual([
      ['Infrastructure', false],
      ['Docs', false],
      ['Outreach', false],
    ]);
  });

  it('one in which some of the teams do not call themselves teams', () => {
    const learned = learn(times(4, ['Call', 'Welcome', 'Team Backend', 'Design', 'Team QA', 'Budget', 'News']));
    expect(learned.teams.map(({ name, certain }) => [name, certain])).toEqual([
      ['Team Backend', true],
      ['Design', false],
      ['Team QA', true],
    ]);
  });

  it('a user group with talks', () => {
    const learned = learn([
      ['User Group Quay', 'Intro', 'Rust for beginners | @ada', 'A talk | @bo', 'Sponsors', 'Next time'],
      ['User Group Quay', 'Intro', 'Async | @cy', 'Embedded | @dan', 'Sponsors', 'Next time'],
      ['User Group Quay', 'Intro', 'Wasm | @ada', 'Sponsors', 'Next time'],
    ]);
    expect(learned.teams.filter(({ certain }) => certain).map(({ name }) => name)).toEqual([]);
  });

  it('one whose teams come by turns: no two are joined', () => {
    const [one, other] = [
      ['Call', 'Team Ops', 'SIG Network', 'Team A', 'Gruppe 1', 'SIG Dev', 'Team Marten', 'News'],
      ['Call', 'Team OpenStack', 'SIG Node', 'Team B', 'Gruppe 2', 'SIG DevRel', 'Team Garden', 'News'],
    ];
    expect(teams(learn([one ?? [], other ?? [], one ?? [], other ?? []]))).toHaveLength(12);
  });

  it('one in which two teams are nearly called alike', () => {
    const learned = learn([
      ['Call', 'Team Security', 'Team Security Response', 'Team A', 'Team B'],
      ['Call', 'Team Security', 'Team Security Response', 'Team A', 'Team B'],
    ]);
    expect(teams(learned)).toEqual(['Team Security', 'Team Security Response', 'Team A', 'Team B']);
  });

  it('one that was seen once only, which is not sure', () => {
    const learned = learn([['Call', 'Team Ops | @ada', 'Team Lunch', 'Squad Blue']]);
    expect(learned.teams.map(({ name, certain }) => [name, certain])).toEqual([['Team Ops', false]]);
    expect(learned.doubtful.map(({ heading, why }) => [heading, why])).toEqual([['Squad Blue', 'once']]);
  });

  it('none at all', () => {
    expect(learnTeams([])).toEqual({ decks: 0, teams: [], topics: [], doubtful: [] });
  });
});

it('every section is of a team or a topic', () => {
  const learned = learn([
    ['Call', 'Team Ops', 'Once only', 'Team Ops and Team Docs', '# odd ** markup'],
    ['Call', 'Team Ops', ''],
  ]);
  const names = headingsOf(learned);
  for (const folded of ['call', 'team ops', 'once only']) expect(names.has(folded)).toBe(true);
  expect(learned.doubtful.map(({ why, guess }) => [why, guess])).toEqual([['several', 'Team Ops']]);
});

it('thirty groups of which each call has some stay thirty', () => {
  const names =
    `API Machinery,Apps,Architecture,Auth,Autoscaling,CLI,Cloud Provider,Cluster Lifecycle,Contributors,Docs,
    Instrumentation,Infra,Multicluster,Network,Node,Release,Scalability,Scheduling,Security,Storage,Testing,UI,Windows`
      .split(/,\s*/)
      .map((name) => `SIG ${name}`);
  // Every heading in the weeks that its own number chooses, so that all sorts of them never meet.
  const calls = Array.from({ length: 12 }, (_, week) => [
    'Call',
    ...names.filter((_name, at) => (week * 7 + at * 5 + week * at) % 3 === 0),
    'Q&A',
  ]);
  const used = new Set(calls.flat().filter((heading) => heading.startsWith('SIG ')));
  expect(new Set(teams(learn(calls)))).toEqual(used);
});

it('every section is found again whatever dresses its heading', () => {
  const odd = [
    '🚀 Team\u200B Ops:',
    'Team🚀Docs',
    '– Team C++ –',
    'Ⓜ Team',
    '1️⃣ News',
    'Team SCS™',
    '…',
    'Hidden\u00ADhyphen',
  ];
  const learned = learn([odd, odd]);
  const names = headingsOf(learned);
  const titles = odd.flatMap((heading) => parseDeck(`# ${heading}`).sections.map(({ title }) => title));
  const folded = titles.map((title) => foldHeading(title)).filter((title) => title !== '');
  expect(folded.length).toBeGreaterThan(6);
  expect(folded.filter((heading) => !names.has(heading))).toEqual([]);
});

it('who is once named with a handle is one reporter', () => {
  const learned = learn([
    ['Call', 'Team Ops | Ada Love (@ada)', 'Team Docs | Bo'],
    ['Call', 'Team Ops | @Ada and Ada Love', 'Team Docs | @todo'],
    ['Call', 'Team Ops | Ada Love', 'Team Docs'],
  ]);
  expect(learned.teams.map(({ reporters }) => reporters)).toEqual([
    [{ handle: 'Ada', name: 'Ada Love', decks: 3, last: '2026-01-15' }],
    [{ handle: null, name: 'Bo', decks: 1, last: '2026-01-01' }],
  ]);
});

it('a deck of very many headings takes no long time', () => {
  const began = performance.now();
  for (const kind of ['Team', 'Topic', 'SIG a b c d'])
    learn(
      times(
        2,
        Array.from({ length: 1_500 }, (_, at) => `${kind} ${at.toString(36)}x word${at} | @p${at}`),
      ),
    );
  expect(performance.now() - began).toBeLessThan(8_000);
});
