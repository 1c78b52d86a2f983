import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';

/** What the template of a series may leave open: filled from the call's date, never by typing. */
export interface SeedValues {
  readonly title: string;
  /** `2024-12-12` */
  readonly date: string;
  /** The series' own name. */
  readonly series: string;
  /** Its teams in their order: each gets the section that the template has for `{{team}}`, unless it has one of its own. */
  readonly teams: readonly string[];
}

/** Ways in which templates write a date that is to come: ours, and those of imported ones. */
const DATE = /\{\{\s*date\s*\}\}|\b20(?:\dX|XX)-XX-XX\b|\bYYYY-MM-DD\b/g;

/** The text with which a new call's deck begins: the template with title and date filled in. */
export function seedText(template: string, { title, date, series, teams }: SeedValues): string {
  return withTeams(template, teams)
    .replaceAll(/"\{\{\s*title\s*\}\}"/g, () => JSON.stringify(title))
    .replaceAll(/\{\{\s*title\s*\}\}/g, () => title)
    .replaceAll(/\{\{\s*series\s*\}\}/g, () => series)
    .replaceAll(DATE, () => date);
}

const TEAM = /\{\{\s*team\s*\}\}/g;

/** Who reports stays open: that is written on the slides by the row, whoever it will be. */
function withTeams(template: string, teams: readonly string[]): string {
  const model = parseDeck(template);
  const section = model.sections.find(({ title }) => /^\{\{\s*team\s*\}\}$/.test(title));
  if (section === undefined || section.fromSlide === 0 || teams.length === 0) return template;
  const named = new Set(model.sections.map(({ title }) => foldHeading(title)));
  const { from, to } = section.range;
  const text = template.slice(from, to);
  // The last section of a text may lack the empty line that its neighbour's separator needs.
  const ended = /\n\s*\n$/.test(text) ? text : `${text.trimEnd()}\n\n`;
  const filled = teams
    .filter((team) => !named.has(foldHeading(team)))
    .map((team) => ended.replaceAll(TEAM, () => team))
    .join('');
  return template.slice(0, from) + filled + template.slice(to);
}
