import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { reporterWords } from './report-text.ts';

const words = messages.present;
/** Headings of slides that a deck has for its agenda, as they are folded. */
const AGENDAS: ReadonlySet<string> = new Set(
  ['Agenda', "Today's agenda", 'Running order', 'Programme', 'Program', 'Tagesordnung', 'Ablauf', 'Ordre du jour'].map(
    foldHeading,
  ),
);

/** What is left out today, in one line of Markdown; empty when nothing is. */
export function leftOutLine(sections: readonly PlacedSection[]): string {
  const names = (wanted: (placed: PlacedSection) => boolean): string =>
    sections
      .filter((placed) => isLeftOut(placed) && wanted(placed))
      .map(({ section }) => escapeMarkdown(section.title))
      .join(', ');
  const nothing = names(({ row }) => row?.status === 'nothing');
  const skipped = names(({ row }) => row?.status !== 'nothing');
  return [nothing === '' ? '' : words.nothing(nothing), skipped === '' ? '' : words.skipped(skipped)]
    .filter((part) => part !== '')
    .join(' – ');
}

/** Running number of the deck's own agenda slide, or -1. */
export function ownAgenda({ slides }: DeckModel): number {
  return slides.findIndex(({ headings }) => AGENDAS.has(foldHeading(headings[0]?.text ?? '')));
}

/** An agenda for a deck that has none: the sections that are shown, who reports them, and what is left out. */
export function agendaText(sections: readonly PlacedSection[], line: string): string {
  const shown = sections.filter((placed) => !isLeftOut(placed) && placed.section.title !== '');
  const rows = shown.map(({ section, row }) => {
    const reporter = reporterWords(row);
    return `- ${escapeMarkdown(section.title)}${reporter === null ? '' : ` – ${reporter}`}`;
  });
  return `\n# ${words.agenda}\n\n${rows.join('\n')}\n\n${line}\n\n`;
}
