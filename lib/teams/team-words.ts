import { foldHeading } from './fold-heading.ts';

/** What a heading says when it is read as the name of a team. */
export interface TeamName {
  /** `team`, `sig`, `wg`…; empty where no word says it. */
  readonly kind: string;
  /** The folded words that tell it from others of its kind. */
  readonly words: readonly string[];
}

/** Words by which teams are called what they are, in the languages that decks are written in; folded, singular. */
const KINDS = wordsOf(`
  team sig wg tf group subgroup squad guild chapter committee subcommittee board crew circle tribe taskforce subteam
  workgroup council pod department ag gruppe ausschuss ak referat kreis abteilung fachgruppe projektgruppe kommission
  equipe groupe comite commission equipo grupo comision gruppo commissie werkgroep
`);

/** With one of these words a heading is about a group, and not a group's name. */
const ABOUT = wordsOf(`
  join our your my we us overview structure meeting meetings or oder with welcome work this what who how why where when
  retro retrospective member members from to in at the neue neuer vom introduction introducing intro discussion discussions
  diskussion exercise feedback rules mission goals lead leads question questions fragen thank thanks danke meet goodbye
  vorstellung stellt sitzung sitzungen agenda tagesordnung for fur of
`);

/** The same for the plainest kinds: a "Team event" is none, a "SIG Events" is. */
const ABOUT_PLAIN = wordsOf(`
  building photo picture lunch dinner breakfast party outing offsite trip event events day week month year game games night
  quiz spirit health meetup hackathon workshop talk election elections call calls news neues test tests foto ausflug essen
  treffen wahl wahlen photos coffee
`);
const PLAIN_KINDS = wordsOf(`
  team group board council crew chapter circle gruppe department tribe pod equipe groupe equipo grupo gruppo
`);

/** What leads up to a team's name or goes on behind it: "News from Team Docs", "Docs Team: Status". */
const LEADING = wordsOf(`
  update updates report reports status news bericht berichte neues stand from of the by aus der die das dem von vom
`);
const TRAILING = wordsOf('update updates report reports status news bericht');
/** Between a kind and a name: "Working Group for Docs", "AG für Technik". */
const LINKING = wordsOf('for of on fur de du des zu zum zur the');
/** These are parts of other things as well. */
const NUMBERED = wordsOf('chapter circle pod section');

// A name has few words; a sentence has many.
const MOST_WORDS = 6;

/** Bodies that need no other name. */
const BODIES = wordsOf('vorstand beirat kuratorium prasidium geschaftsstelle tsc toc council');

/** Reads a heading as a team's name by the word that says so, first or last; null when it is none. */
export function teamNameOf(heading: string): TeamName | null {
  if (heading.includes('?')) return null;
  const words = bareName(foldHeading(heading).split(' '));
  const [first = ''] = words;
  if (words.length === 1) return BODIES.has(first) ? { kind: first, words } : null;
  if (words.filter((word) => KINDS.has(word)).length !== 1) return null;
  const [kind = '', own] = KINDS.has(first)
    ? [first, withoutLinks(words.slice(1))]
    : [words.at(-1), words.slice(0, -1)];
  return KINDS.has(kind) && isOwnName(own, kind) ? { kind, words: own } : null;
}

/** The same for a heading that goes on behind the name: "Team Docs: the new site", "AG Technik (Anna)". */
export function teamNameIn(heading: string): TeamName | null {
  const whole = teamNameOf(heading);
  if (kindsIn(heading) !== 1) return whole;
  return teamNameOf(headOf(heading)) ?? whole;
}

/** Whether a heading says more than a team's name: "News from Team Docs". */
export function saysMoreThanName(heading: string): boolean {
  const words = foldHeading(heading).split(' ');
  const head = headOf(heading);
  return bareName(words).length < words.length || (head !== heading && teamNameOf(head) !== null);
}

/** What stands before a colon, a parenthesis or a dash between blanks. */
function headOf(heading: string): string {
  const end = heading.search(/:|\(|\s[-–—|]\s/);
  return end === -1 ? heading : heading.slice(0, end).trim();
}

function isOwnName(words: readonly string[], kind: string): boolean {
  if (words.length === 0 || words.length >= MOST_WORDS || words.some((word) => ABOUT.has(word))) return false;
  if (PLAIN_KINDS.has(kind) && words.some((word) => ABOUT_PLAIN.has(word))) return false;
  return !(NUMBERED.has(kind) && words.every((word) => /^(?:\d+|[a-z]|[ivx]+)$/.test(word)));
}

function bareName(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !LEADING.has(word));
  const to = words.findLastIndex((word) => !TRAILING.has(word));
  return from === -1 ? [] : words.slice(from, to + 1);
}

function withoutLinks(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !LINKING.has(word));
  return from === -1 || from > 2 ? words : words.slice(from);
}

/** How many words of a heading are kinds of teams: with more than one it names several. */
export function kindsIn(heading: string): number {
  return foldHeading(heading)
    .split(' ')
    .filter((word) => KINDS.has(word)).length;
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/\s+/)
      .map(foldHeading)
      .filter((word) => word !== ''),
  );
}
