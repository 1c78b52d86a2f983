import { findReportLine } from '#lib/sections/report-line.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { OrderPerson, RunningOrder, SectionStatus } from '#lib/sections/running-order.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { Presence } from '#lib/sync/connection-status.ts';

/** Who reports a section: by its row, else as its text says. */
export interface Reporter {
  readonly name: string;
  /** Null for who is only named in the text. */
  readonly personId: string | null;
  readonly hue: number | null;
}

/** Who reports this section; null while nobody does. */
export function reporterOf({ row, section }: PlacedSection, model: DeckModel): Reporter | null {
  const person = row?.reporter ?? null;
  if (person !== null) return { name: person.name, personId: person.id, hue: person.hue };
  for (const { source } of model.slides.slice(section.fromSlide, section.toSlide)) {
    const names = (findReportLine(source)?.people ?? []).map(({ handle, name }) => name ?? `@${handle ?? ''}`);
    if (names.length > 0) return { name: names.join(', '), personId: null, hue: null };
  }
  return null;
}

/** The status of a section; null for a topic of which nobody has said anything: it is asked for nothing. */
export function statusOf({ team, row }: PlacedSection, reporter: Reporter | null): SectionStatus | null {
  const status = row?.status ?? 'empty';
  const said = reporter !== null || status === 'ready' || status === 'nothing';
  return team !== null || said ? status : null;
}

/** Whether somebody has this deck open. */
export function isHere(personId: string | null, here: readonly Presence[]): boolean {
  return personId !== null && here.some((person) => person.personId === personId);
}

/** Whom a section can be given to, each once: its team first, then who else is named in the running order. */
export function peopleFor({ team }: PlacedSection, { teams, sections }: RunningOrder): readonly OrderPerson[] {
  const named = sections.flatMap(({ reporter, deputy }) => [reporter, deputy]).filter((person) => person !== null);
  const all = [...(team?.members ?? []), ...teams.flatMap(({ members }) => members), ...named];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** Whether teams, reporters, status or time are used here: until then nothing asks for them. */
export function isUsed({ teams, sections }: RunningOrder): boolean {
  return (
    teams.length > 0 ||
    sections.some(
      ({ team, reporter, deputy, status, skipped, plannedSeconds }) =>
        team !== null ||
        reporter !== null ||
        deputy !== null ||
        status === 'ready' ||
        status === 'nothing' ||
        skipped ||
        plannedSeconds !== null,
    )
  );
}
