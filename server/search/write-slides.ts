import { foldedWords } from '#lib/search/search-words.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { Transaction } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

import { searchTags } from './search-tags.ts';

/** The call whose slides search is to find. */
export interface SearchedCall {
  readonly id: string;
  readonly seriesId: string;
  readonly startsAt: Date;
  readonly address: string;
}

export interface SearchedSection {
  readonly key: string;
  readonly title: string;
  /** Set where somebody said whose it is; else the heading says it. */
  readonly teamId: string | null;
  readonly reporter: string | null;
  readonly fromSlide: number;
  readonly toSlide: number;
}

export interface SearchedSlide {
  readonly key: string;
  readonly heading: string;
  /** As lib/record/search-text gives it. */
  readonly text: string;
}

/** What search is to find of a call. */
export interface SearchedSlides {
  readonly call: SearchedCall;
  readonly kind: 'record' | 'deck';
  /** Of a record: its rows go with it. */
  readonly editionId: string | null;
  readonly sections: readonly SearchedSection[];
  readonly slides: readonly SearchedSlide[];
}

const NO_SECTION = { key: 'start', title: '', teamId: null, reporter: null, fromSlide: 0 } as const;

/** Writes the rows that search reads of a call's record or deck, instead of those that were there. In the caller's transaction. */
export async function writeSearchSlides(tx: Transaction, searched: SearchedSlides): Promise<void> {
  const { call, kind } = searched;
  await tx.searchSlide.deleteMany({ where: { callId: call.id, ...(kind === 'deck' ? { kind } : {}) } });
  // A call that is resumed has an open deck again.
  if (kind === 'record') await tx.searchDeck.deleteMany({ where: { deck: { callId: call.id } } });
  await insertSearchSlides(tx, [searched]);
}

/** Adds the rows of calls that have none. */
export async function insertSearchSlides(tx: Transaction, calls: readonly SearchedSlides[]): Promise<void> {
  const rows = JSON.stringify(calls.flatMap(rowsOf));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO search_slide (kind, series_id, call_id, edition_id, starts_at, position, key, section_key, section_position,
      section_title, section_folded, team_id, reporter, heading, text, search)
    SELECT kind, series_id, call_id, edition_id, starts_at, position, key, section_key, section_position,
      section_title, section_folded, team_id, reporter, heading, text, search_vector(heading_words, words, tags)
    FROM jsonb_to_recordset(${rows}::jsonb) AS row(kind search_kind, series_id uuid, call_id uuid, edition_id uuid, starts_at timestamptz,
      position int, key text, section_key text, section_position int, section_title text, section_folded text, team_id uuid,
      reporter text, heading text, text text, heading_words text, words text, tags text)`);
}

function rowsOf({ call, kind, editionId, sections, slides }: SearchedSlides) {
  const everywhere = [searchTags.series(call.seriesId), searchTags.month(call.address), searchTags.year(call.address)];
  return slides.map(({ key, heading, text }, position) => {
    const at = sections.findIndex(({ fromSlide, toSlide }) => position >= fromSlide && position < toSlide);
    const section = sections[at] ?? NO_SECTION;
    const tags = [...everywhere, ...(section.reporter === null ? [] : searchTags.reporter(section.reporter))];
    return {
      kind,
      series_id: call.seriesId,
      call_id: call.id,
      edition_id: editionId,
      starts_at: call.startsAt,
      position,
      key,
      section_key: section.key,
      section_position: Math.max(0, at),
      section_title: section.title,
      section_folded: foldHeading(section.title),
      team_id: section.teamId,
      reporter: section.reporter,
      heading,
      text,
      heading_words: foldedWords(heading),
      words: foldedWords(text),
      tags: tags.join(' '),
    };
  });
}
