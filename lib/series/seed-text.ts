/** What the template of a series may leave open: filled from the call's date, never by typing. */
export interface SeedValues {
  readonly title: string;
  /** `2024-12-12` */
  readonly date: string;
}

/** Ways in which templates write a date that is to come: ours, and those of imported ones. */
const DATE = /\{\{\s*date\s*\}\}|\b20(?:\dX|XX)-XX-XX\b|\bYYYY-MM-DD\b/g;

/** The text with which a new call's deck begins: the template with title and date filled in. */
export function seedText(template: string, { title, date }: SeedValues): string {
  return template
    .replaceAll(/"\{\{\s*title\s*\}\}"/g, () => JSON.stringify(title))
    .replaceAll(/\{\{\s*title\s*\}\}/g, () => title)
    .replaceAll(DATE, () => date);
}
