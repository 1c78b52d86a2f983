import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckModel, Section } from '#lib/slides/deck-model.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';

/** What the template of a series says in the sections of its teams: left so, it says nothing. */
export interface TemplateWords {
  /** Whether a line of this section is the template's own; null where everything may be shown. */
  readonly ofSection: (placed: PlacedSection) => ((line: string) => boolean) | null;
}

// A link or a name is information, wherever it stands.
const INFORMS = /https?:\/\/|www\.|\]\(|@\w/;

/** Reads the template once; in topics its words are meant to be shown. */
export function templateWords(template: DeckModel): TemplateWords {
  const known = new Map<string, ReadonlySet<string>>();
  for (const section of template.sections) known.set(keyOf(section, section.team), linesOf(template, section));
  return {
    ofSection: ({ section, team }) => {
      if (team === null) return null;
      const lines = known.get(keyOf(section, team.id)) ?? known.get(keyOf(section, null));
      return lines === undefined || lines.size === 0 ? null : (line) => lines.has(line.trim());
    },
  };
}

function keyOf({ title }: Section, team: string | null): string {
  return team === null ? `topic ${foldHeading(title)}` : `team ${team}`;
}

function linesOf({ text, slides }: DeckModel, { fromSlide, toSlide }: Section): ReadonlySet<string> {
  const lines = slides.slice(fromSlide, toSlide).flatMap(({ body }) => text.slice(body.from, body.to).split('\n'));
  return new Set(
    lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#') && !INFORMS.test(line)),
  );
}
