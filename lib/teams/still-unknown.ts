import type { LearnedHeadingView, LearnedTeamView, LearnedView } from './learned-views.ts';
import { foldHeading } from './fold-heading.ts';
import type { Learned, LearnedHeading } from './learn-teams.ts';
import { knowable, LONGEST_NAME } from './team-forms.ts';

/** What a series knows already. */
export interface KnownTeams {
  /** Its headings; `team` is null for a topic's. */
  readonly headings: readonly { readonly folded: string; readonly team: string | null }[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly members: number }[];
}

type Spelling = LearnedHeadingView['spellings'][number];

/** Of what decks teach, what the series does not know yet. What a host has decided is not asked again. */
export function stillUnknown(learned: Learned, known: KnownTeams): LearnedView {
  const owners = new Map(known.headings.map(({ folded, team }) => [folded, team]));
  const teams = new Map(known.teams.map((team) => [team.id, team]));
  const headings = [
    ...learned.teams.map((heading) => ({ heading, isTeam: true })),
    ...learned.topics.map((heading) => ({ heading, isTeam: false })),
  ];
  const found: { readonly team: LearnedTeamView | null; readonly topic: LearnedHeadingView | null }[] = headings.map(
    ({ heading, isTeam }) => {
      const fresh = freshSpellings(heading, owners);
      if (fresh.length === 0) return { team: null, topic: null };
      const owner = ownerOf(heading, owners);
      const view = viewOf(heading, fresh);
      if (owner === null || (owner === undefined && !isTeam)) return { team: null, topic: view };
      const into = owner === undefined ? null : (teams.get(owner) ?? null);
      // Who was taken out of a team is not proposed again and again.
      const reporters = into === null || into.members === 0 ? reportersOf(heading) : [];
      return {
        team: { ...view, into: into === null ? null : { id: into.id, name: into.name }, reporters },
        topic: null,
      };
    },
  );
  return {
    decks: learned.decks,
    teams: found.map(({ team }) => team).filter((team) => team !== null),
    topics: found.map(({ topic }) => topic).filter((topic) => topic !== null),
    doubtful: learned.doubtful.filter(({ heading }) => !owners.has(foldHeading(heading))),
  };
}

/** Its spellings that nobody has decided on, most frequent first, as a series can know them. */
function freshSpellings(
  { spellings, decks: all }: LearnedHeading,
  owners: ReadonlyMap<string, string | null>,
): readonly Spelling[] {
  const fresh = new Map<string, Spelling>();
  for (const { spelling, folded, decks, last } of spellings.toSorted((one, other) => other.decks - one.decks)) {
    const plain = knowable(spelling);
    if (plain === null || owners.has(folded)) continue;
    const same = fresh.get(folded);
    fresh.set(folded, {
      spelling: same?.spelling ?? plain,
      // A deck may have it in two spellings.
      decks: Math.min(all, decks + (same?.decks ?? 0)),
      last: same === undefined || last > same.last ? last : same.last,
    });
  }
  return [...fresh.values()];
}

/** The team that most decks mean by its known spellings, null for a topic; undefined where none is known. */
function ownerOf({ spellings }: LearnedHeading, owners: ReadonlyMap<string, string | null>): string | null | undefined {
  const votes = new Map<string | null, number>();
  for (const { folded, decks } of spellings) {
    const owner = owners.get(folded);
    if (owner !== undefined) votes.set(owner, (votes.get(owner) ?? 0) + decks);
  }
  return [...votes].toSorted((one, other) => other[1] - one[1])[0]?.[0];
}

function viewOf({ name, decks, last, certain }: LearnedHeading, spellings: readonly Spelling[]): LearnedHeadingView {
  return {
    name: (knowable(name) ?? spellings[0]?.spelling ?? '').slice(0, LONGEST_NAME).trim(),
    spellings,
    decks,
    last,
    certain,
  };
}

function reportersOf({ reporters }: LearnedHeading): LearnedTeamView['reporters'] {
  return reporters.flatMap(({ handle, name, decks, last }) => {
    const who = handle === null ? knowable(name ?? '') : `@${handle}`;
    return who === null || who.length > LONGEST_NAME ? [] : [{ who, decks, last }];
  });
}
