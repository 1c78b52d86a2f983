/** The key of the section that an address asks for; empty where it names none. */
export function sectionAsked({ section }: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  return typeof section === 'string' ? section : '';
}
