import type { SectionText } from '#lib/archive/archive-views.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { database } from '#server/database/client.ts';

import { loadable } from './loadable-pictures.ts';
import type { RecordSectionRow } from './record-sections.ts';

const contentSchema = editionContentSchema.pick({ slides: true, assets: true });

/** Cuts sections out of what was presented, in the order in which they were asked for. */
export async function sectionSources(rows: readonly RecordSectionRow[]): Promise<readonly SectionText[]> {
  const editions = await database().edition.findMany({
    where: { id: { in: [...new Set(rows.map(({ edition }) => edition))] } },
    select: { id: true, presented: true, content: true },
  });
  const byId = new Map(
    editions.map(({ id, presented, content }) => {
      const { slides, assets } = contentSchema.parse(content);
      return [id, { text: new TextDecoder().decode(presented), slides, pictures: loadable(assets) }] as const;
    }),
  );
  return rows.map(({ edition, fromSlide, toSlide }) => {
    const found = byId.get(edition);
    const [first, last] = [found?.slides[fromSlide], found?.slides[toSlide - 1]];
    if (found === undefined || first === undefined || last === undefined) return NOTHING;
    // Its front matter says how the whole deck is read; parsing all of it for one section would take too long.
    const start = found.text.slice(0, found.slides[0]?.from);
    const { slides, frontMatter } = parseDeck(start + found.text.slice(first.from, last.to));
    const { breaks, lang, dir } = frontMatter;
    return { slides: slides.map(({ source }) => source), frontMatter: { breaks, lang, dir }, pictures: found.pictures };
  });
}

const NOTHING: SectionText = { slides: [], frontMatter: { breaks: true, lang: null, dir: 'ltr' }, pictures: {} };
