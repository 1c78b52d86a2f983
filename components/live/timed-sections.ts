import type { Presentation } from '#lib/present/present-deck.ts';
import type { TimedSection } from '#lib/live/plan-time.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import { usualOf, type UsualTimes } from '#lib/sections/usual-time.ts';

/** Whether each section has something to show: somebody wrote in it, or more than headings and who reports is on its slides. */
export function writtenSections(placed: readonly PlacedSection[], presentation: Presentation): readonly boolean[] {
  return placed.map(({ row, section }) => {
    if (row?.status === 'ready' || row?.status === 'draft') return true;
    for (let slide = section.fromSlide; slide < section.toSlide; slide += 1)
      if (textOn(presentation, slide) !== '') return true;
    return false;
  });
}

/** The text of a slide as it is presented: what a template left to be filled in is not on it. */
function textOn({ model, toPresented, toSource }: Presentation, slide: number): string {
  const at = toPresented({ slide, generated: null });
  const shown = toSource(at);
  if (shown.slide !== slide || shown.generated !== null) return '';
  const source = model.slides[at]?.source ?? '';
  const line = findReportLine(source);
  const rest = line === null ? source : source.slice(0, line.from) + source.slice(line.to);
  return rest
    .replaceAll(/<!--[\s\S]*?-->|<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/^\s{0,3}(?:#{1,6}(?:\s.*)?|-{3,})$/gm, '')
    .trim();
}

export interface SectionsNow {
  readonly placed: readonly PlacedSection[];
  /** One for each of them. */
  readonly written: readonly boolean[];
  readonly usual: UsualTimes;
  /** Milliseconds that each was on the stage, by id of its row. */
  readonly spent: Readonly<Record<string, number>>;
}

/** The sections of a deck, as far as their time is concerned. */
export function timedSections({ placed, written, usual, spent }: SectionsNow): readonly TimedSection[] {
  return placed.map((each, index) => ({
    planned: each.row?.plannedSeconds ?? null,
    usual: usualOf(usual, each),
    leftOut: isLeftOut(each),
    written: written[index] ?? false,
    spent: each.row === null ? 0 : (spent[each.row.id] ?? 0) / 1000,
  }));
}
