import type * as Y from 'yjs';
import { anchorAt, resolveAnchor } from '#lib/deck/anchor.ts';
import { resolveAnchors } from '#lib/deck/anchors.ts';
import type { DeckModel, Section } from '#lib/slides/deck-model.ts';
import type { KnownHeadings } from '#lib/slides/known-headings.ts';
import { headingLine } from './heading-line.ts';
import { commonWords, wordHashes, type WordHashes } from './word-hashes.ts';
import { matchSections } from './match-sections.ts';

/** What is kept of a section to find it again. */
export interface KeptSection {
  readonly anchor: string;
  readonly title: string;
  readonly position: number;
  readonly words: WordHashes;
}

/** A section of the text as it stands: what to keep of it now, and which of the kept ones it is, or null when it is new. */
export interface FoundSection extends KeptSection {
  readonly kept: number | null;
  readonly section: Section;
}

/** Finds the kept sections again in a document whose text has this model; those that are not among the found are gone. */
export function findSectionsAgain(
  doc: Y.Doc,
  model: DeckModel,
  { kept, known }: { readonly kept: readonly KeptSection[]; readonly known: KnownHeadings },
): readonly FoundSection[] {
  const offsets = resolveAnchors(
    doc,
    kept.map(({ anchor }) => anchor),
  );
  const words = model.sections.map(({ range }) => wordHashes(model.text.slice(range.from, range.to)));
  const common = commonWords(words);
  const tellApart = (hashes: WordHashes): WordHashes => hashes.filter((hash) => !common.has(hash));
  const remembered = kept.map(({ title, position, words: then, anchor }, index) => {
    const offset = offsets[index] ?? null;
    const stood = offset === null ? resolveAnchor(doc, anchor) : null;
    return { title, position, team: known.teamOf(title) ?? null, offset, stood, words: tellApart(then) };
  });
  const index = new Map(model.sections.map((section, at) => [section, at]));
  const found = matchSections({
    model,
    remembered,
    wordsOf: (section) => tellApart(words[index.get(section) ?? -1] ?? []),
    headingOf: (section) => headingLine(model, section).line,
  });
  return model.sections.map((section, position) => {
    const at = found[position] ?? null;
    const offset = at === null ? null : (offsets[at] ?? null);
    return {
      section,
      kept: at,
      anchor: livesIn(section, offset)
        ? (kept[at ?? -1]?.anchor ?? '')
        : anchorAt(doc, headingLine(model, section).letter),
      title: section.title.slice(0, MOST_TITLE),
      position,
      words: words[position] ?? [],
    };
  });
}

const MOST_TITLE = 500;

/** An anchor that lives in its section is kept, or every letter before it would make another. */
function livesIn({ range }: Section, offset: number | null): boolean {
  return offset !== null && range.from <= offset && offset < range.to;
}
