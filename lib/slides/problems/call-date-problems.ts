import { inNotationOf } from '#lib/dates/date-notation.ts';
import { datesInText } from '#lib/dates/found-dates.ts';
import type { DeckModel, Problem, SourceRange } from '#lib/slides/deck-model.ts';

/** Dates in the front matter and on the title slide that are not the call's, `2024-12-12`. The rest of a deck is full of other days. */
export function callDateProblems(model: DeckModel, callDate: string): readonly Problem[] {
  const title = model.slides.find(({ headings }) => headings.length > 0);
  const places = [model.frontMatterRange, ...(title === undefined ? [] : headingLines(model.text, title.body))];
  return places.flatMap(({ from, to }) =>
    datesInText(model.text.slice(from, to))
      .filter(({ date }) => date !== callDate)
      .map((found) => {
        const range = { from: from + found.from, to: from + found.to };
        const insert = inNotationOf(found.text, callDate);
        return { code: 'date', range, detail: found.text, fix: { ...range, insert } };
      }),
  );
}

const HEADING = /^[ \t]*#{1,6}[ \t].*$/gm;

/** Headings only: a title slide may well name other days in its text. */
function headingLines(text: string, { from, to }: SourceRange): readonly SourceRange[] {
  return Array.from(text.slice(from, to).matchAll(HEADING), ({ index, 0: line }) => ({
    from: from + index,
    to: from + index + line.length,
  }));
}
