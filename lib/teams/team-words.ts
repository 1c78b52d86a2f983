import { foldHeading } from './fold-heading.ts';

/** What a heading says when it is read as the name of a team. */
export interface TeamName {
  /** `team`, `sig`, `wg`…: two names of different kinds are two teams. */
  readonly kind: string;
  /** The folded words that tell it from others of its kind. */
  readonly words: readonly string[];
}

/** Words by which teams are called what they are, in the languages that decks are written in; folded, singular. */
const KINDS = wordsOf(
  [
    'team sig wg group squad guild chapter committee board crew circle tribe taskforce subteam council',
    'pod unit department ag gruppe ausschuss arbeitskreis ak referat kreis abteilung fachgruppe equipe',
    'groupe comite equipo grupo commissie werkgroep',
  ],
  ' ',
);

/** With one of these words a heading is about a group, and not a group's name. */
const ABOUT = wordsOf(
  [
    'building photo picture lunch dinner event news update updates from join our election elections',
    'overview structure meeting meetings or oder with for of new welcome call your work this what who how',
    'why retro day week members vom',
  ],
  ' ',
);

// A name has few words; a sentence has many.
const MOST_WORDS = 6;

/** Reads a heading as a team's name by the word that says so, first or last; null when it is none. */
export function teamNameOf(heading: string): TeamName | null {
  const words = foldHeading(heading).split(' ');
  if (words.length < 2 || words.length > MOST_WORDS || heading.includes('?')) return null;
  const kinds = words.filter((word) => KINDS.has(word));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const kind = KINDS.has(first) ? first : last;
  if (kinds.length !== 1 || !KINDS.has(kind) || words.some((word) => ABOUT.has(word))) return null;
  return { kind, words: words.filter((word) => word !== kind) };
}

/** How many words of a heading are kinds of teams: with more than one it names several. */
export function kindsIn(heading: string): number {
  return foldHeading(heading)
    .split(' ')
    .filter((word) => KINDS.has(word)).length;
}

/** What a call has anyway, whoever holds it; folded. */
const TOPICS = wordsOf(
  [
    'welcome|agenda|introduction|intro|news|events|upcoming events|past events|announcements|questions',
    'q a|questions answers|any questions|aob|any other business|thank you|thanks|goodbye|bye|next call',
    'next meeting|links|lightning talk|lightning talks|demo|demos|closing|wrap up|summary|housekeeping',
    'newcomers|new members|open discussion|discussion|general|general topics|roadmap|status|updates',
    'release|releases|press|adoption|notes|action items|retrospective|kudos|celebrations|contact',
    'get involved|how to contribute|begrussung|willkommen|tagesordnung|termine|verschiedenes|sonstiges',
    'fragen|danke|neues|ankundigungen|ausblick|ruckblick|vorstellung|vorstellungsrunde|abschluss',
    'veranstaltungen|bienvenue|ordre du jour|divers|merci|bienvenida|preguntas|gracias',
  ],
  '|',
);

/** Whether a heading names a part that every call has. */
export function isCommonTopic(heading: string): boolean {
  return TOPICS.has(
    foldHeading(heading)
      .replaceAll(/\s*\d+/g, '')
      .trim(),
  );
}

function wordsOf(lines: readonly string[], separator: string): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(separator)).map(foldHeading));
}
