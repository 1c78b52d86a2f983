import type { PersonView } from '#lib/views.ts';
import type { VisitorPerson } from '#lib/visitor.ts';

/** Who looks at a page, as its stage and editor need to know; null for nobody. */
export function personView(person: VisitorPerson | null): PersonView | null {
  return person === null ? null : { id: person.id, name: person.name, hue: person.hue };
}
