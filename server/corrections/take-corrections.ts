import { correctSections, type Correcting, type Misfit } from '#lib/record/correct-sections.ts';
import { correctedEdition } from '#lib/record/corrected-edition.ts';
import type { EditionContent } from '#lib/record/edition.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { writeBuilt } from '#server/archive/write-edition.ts';
import { adoptForeignKeys } from '#server/assets/adopt-foreign-keys.ts';
import { editionAssets, keptAssets } from '#server/assets/asset-map.ts';
import { audit } from '#server/audit.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { seriesOrder } from '#server/sections/stored-order.ts';
import type { Correction } from '#prisma/client/client.ts';

import { newestEdition, type NewestEdition } from './find-corrections.ts';

/** Which corrections become an edition, at whose word. */
export interface Taking {
  readonly callId: string;
  readonly seriesId: string;
  /** All of them are open. */
  readonly corrections: readonly Correction[];
  readonly now: Date;
  /** Null for the closing time. */
  readonly personId: string | null;
}

/** What became of them. */
export interface Taken {
  /** Number of the edition that was written; null when nothing differed. */
  readonly edition: number | null;
  readonly misfits: Correcting['misfits'];
  /** What the slides were called that the record had and has no more. */
  readonly removed: readonly string[];
}

/**
 * Makes one edition of corrections, sealed at once, in the caller's transaction, which holds the call's row; from then on their decks
 * refuse every edit. What does not fit is withdrawn, and its text stays. Gives null while the record is not sealed: then nothing was done.
 */
export async function takeCorrections(tx: Transaction, taking: Taking): Promise<Taken | null> {
  const { callId, corrections, now, personId } = taking;
  const before = await newestEdition(callId, tx);
  if (before?.sealed !== true) return null;
  const texts: { readonly key: string; readonly text: string }[] = [];
  for (const { deckId, sectionKey } of corrections) {
    // First of all: this waits for an append that is under way and refuses all that follow.
    await tx.deck.update({ where: { id: deckId }, data: { frozenAt: now } });
    texts.push({ key: sectionKey, text: (await readDeck(deckId, tx)).text });
  }
  const { corrected, taken, misfits } = correctSections(before, texts);
  const { edition, removed } = corrected === null ? NOTHING : await write(tx, taking, { before, corrected, taken });
  for (const { deckId, sectionKey } of corrections) {
    const why: Misfit | null = misfits.find(({ key }) => key === sectionKey)?.why ?? null;
    await tx.correction.update({
      where: { deckId },
      data:
        why === null
          ? { state: 'published', edition, endedAt: now, endedById: personId }
          : { state: 'withdrawn', why, endedAt: now },
    });
  }
  return { edition, misfits, removed };
}

const NOTHING = { edition: null, removed: [] } as const;

interface Corrected {
  readonly before: NewestEdition;
  readonly corrected: NonNullable<Correcting['corrected']>;
  /** Keys of the corrected sections. */
  readonly taken: readonly string[];
}

async function write(
  tx: Transaction,
  taking: Taking,
  { before, corrected, taken }: Corrected,
): Promise<Pick<Taken, 'removed'> & { readonly edition: number }> {
  const { callId, seriesId, personId } = taking;
  const { text } = corrected.model;
  // A record is to outlive the series that some of its pictures come from.
  await adoptForeignKeys(tx, seriesId, text);
  const built = correctedEdition({
    before,
    corrected,
    known: knownHeadings(await seriesOrder(seriesId, tx)),
    taken: await keysOf(tx, before.recordId),
    assets: await picturesOf(tx, { seriesId, text, before: before.content.assets }),
    provenance: await provenanceOf(tx, taking, { before, taken }),
  });
  // What rows had put on the slides was written out when the record was made: the corrected text is the whole source now.
  const bytes = new TextEncoder().encode(text);
  const id = await writeBuilt(tx, { callId, source: bytes, presented: bytes, built, personId, sealsAt: new Date() });
  const number = before.number + 1;
  const details = { edition: id, number, sections: taken.length };
  await audit(tx, { act: 'record.correct', personId, seriesId, callId, details });
  const stays = new Set(built.content.slides.map(({ section, key }) => `${section}/${key}`));
  const removed = before.content.slides.filter(({ section, key }) => !stays.has(`${section}/${key}`));
  return { edition: number, removed: removed.map(({ section, key, heading }) => heading || `${section}/${key}`) };
}

/** Every address within the record that some edition has given to a section or a slide. */
async function keysOf(tx: Transaction, recordId: string): Promise<readonly { section: string; key: string }[]> {
  const editions = await tx.edition.findMany({ where: { recordId }, select: { content: true } });
  return editions.flatMap(({ content }) => {
    const { slides, sections } = editionContentSchema.pick({ slides: true, sections: true }).parse(content);
    return [...slides, ...sections.map(({ key }) => ({ section: key, key: '0' }))];
  });
}

interface Pictures {
  readonly seriesId: string;
  readonly text: string;
  readonly before: EditionContent['assets'];
}

/** Pictures of the sections that stayed are those of the edition before, even where their address leads elsewhere by now. */
async function picturesOf(tx: Transaction, { seriesId, text, before }: Pictures): Promise<EditionContent['assets']> {
  const kept = editionAssets([...new Set(pictureReferences(text))], await keptAssets(tx, seriesId));
  const stayed = Object.entries(before).filter(([address, asset]) => asset !== null && Object.hasOwn(kept, address));
  return { ...kept, ...Object.fromEntries(stayed) };
}

async function provenanceOf(
  tx: Transaction,
  { corrections, now }: Taking,
  { before: { number, checksum, content }, taken }: Pick<Corrected, 'before' | 'taken'>,
): Promise<EditionContent['provenance']> {
  const { provenance } = content;
  const of = corrections.filter(({ sectionKey }) => taken.includes(sectionKey));
  const authors = await tx.deckClient.findMany({
    where: { deckId: { in: of.map(({ deckId }) => deckId) } },
    select: { deckId: true, personId: true },
  });
  const people = await tx.person.findMany({
    where: { id: { in: authors.map((author) => author.personId) } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const namesOf = (deckId: string): readonly string[] =>
    people
      .filter(({ id }) => authors.some((author) => author.deckId === deckId && author.personId === id))
      .map(({ name }) => name)
      .filter((name) => name !== '');
  return {
    type: 'correction',
    edition: number,
    checksum,
    origin: provenance.type === 'correction' ? provenance.origin : provenance,
    corrections: of.map(({ deckId, sectionKey, title }) => ({
      section: sectionKey,
      title,
      by: [...namesOf(deckId)],
      at: now.toISOString(),
    })),
  };
}
