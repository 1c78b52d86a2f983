import { applyChanges } from '#lib/deck/edit-text.ts';
import { addressChanges } from '#lib/pictures/picture-edits.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';

import type { ExportFacts } from './export-facts.ts';
import { pictureFileOf, pictureNameIn, type ExportPicture, type ExportProfile } from './export-profile.ts';
import { writeForge } from './write-forge.ts';
import { writeHedgedoc } from './write-hedgedoc.ts';
import { writeSlidev } from './write-slidev.ts';

/** A deck to write for somewhere else. */
export interface DeckToExport<P extends ExportPicture> {
  readonly text: string;
  /** Plain minutes have no slides: they stay one text. */
  readonly kind: 'slides' | 'minutes';
  readonly facts: ExportFacts;
  /** The picture that is kept for an address in the text; null when there is none. */
  readonly keptFor: (address: string) => P | null;
  /** How the text names it; relative, as the profile has it, unless told otherwise. */
  readonly nameOf?: (picture: P) => string;
}

/** What an export wrote. */
export interface ExportedMarkdown<P extends ExportPicture> {
  readonly text: string;
  /** The pictures that the text shows, each once. */
  readonly pictures: readonly P[];
  /** Where each address of a picture in the deck's text has its file, from the folder of the exported text on. */
  readonly files: readonly ExportedPicture<P>[];
}

export interface ExportedPicture<P extends ExportPicture> {
  readonly address: string;
  readonly file: string;
  readonly picture: P;
}

const WRITERS: Readonly<Record<Exclude<ExportProfile, 'plenum'>, (model: DeckModel, facts: ExportFacts) => string>> = {
  hedgedoc: writeHedgedoc,
  slidev: writeSlidev,
  forge: writeForge,
};

/**
 * A deck's Markdown for one kind of reader, and the pictures that go with it. For another Plenum it stays byte for byte what it is, front matter
 * and addresses of pictures too, so that coming back it has the same checksum: what else is known stands in the JSON beside it.
 */
export function exportMarkdown<P extends ExportPicture>(
  profile: ExportProfile,
  deck: DeckToExport<P>,
): ExportedMarkdown<P> {
  const { text, keptFor, nameOf = (picture) => pictureNameIn(profile, picture) } = deck;
  const pictures = new Map<string, P>();
  const files = new Map<string, ExportedPicture<P>>();
  const changes = addressChanges(text, (address) => {
    const kept = keptFor(address);
    if (kept === null) return null;
    pictures.set(`${kept.key}.${kept.extension}`, kept);
    files.set(address, { address, file: pictureFileOf(profile, kept, address), picture: kept });
    return nameOf(kept);
  });
  const shown = { pictures: [...pictures.values()], files: [...files.values()] };
  if (profile === 'plenum') return { text, ...shown };
  const model = parseDeck(applyChanges(text, changes));
  // Rules in plain minutes are rules.
  const write = deck.kind === 'minutes' ? writeForge : WRITERS[profile];
  return { text: write(model, deck.facts), ...shown };
}
