import { addresses } from '#lib/addresses.ts';
import { EXPORT_VERSION, type ExportedCall, type ExportedEdition } from '#lib/export/export-json.ts';
import { pictureFileOf, type ExportProfile } from '#lib/export/export-profile.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { database } from '#server/database/client.ts';
import { ownOrigin } from '#server/environment.ts';
import type { Call, Edition } from '#prisma/client/client.ts';

import { decoded, editionSource, writeMarkdown, type ExportSource } from './write-markdown.ts';

/** A call, or a series' template, to take along: its text, and all that is known of it. */
export interface TakenCall {
  readonly source: ExportSource;
  /** As JSON beside a text of this profile; null for a template, of which the text is all. */
  readonly json: (profile: ExportProfile) => ExportedCall | null;
}

interface Place {
  readonly series: { readonly slug: string; readonly name: string };
  readonly call: Call;
}

/** A call on record by these editions of it, of which the first is the text; null without any. */
export async function takenRecord({ series, call }: Place, editions: readonly Edition[]): Promise<TakenCall | null> {
  const [newest] = editions;
  if (newest === undefined) return null;
  const source = editionSource({ ...newest, call, series });
  const teams = await teamsSaid(newest.recordId);
  return {
    source,
    json: (profile) => ({
      ...callFields({ series, call }),
      teams,
      editions: editions.map((edition) => exportedEdition(edition, profile)),
      deck: null,
    }),
  };
}

/** A call whose deck is open still. */
export function takenDeck(
  { series, call }: Omit<Place, 'call'> & { readonly call: Call | null },
  source: ExportSource,
): TakenCall {
  return {
    source,
    json: (profile) => {
      if (call === null) return null;
      const assets = writeMarkdown(profile, source).files.map(({ address, file, picture }) => ({
        address,
        file,
        hash: picture.hash,
      }));
      return { ...callFields({ series, call }), teams: [], editions: [], deck: { presented: source.text, assets } };
    },
  };
}

async function teamsSaid(recordId: string): Promise<ExportedCall['teams']> {
  const sections = await database().recordSection.findMany({
    where: { recordId, teamId: { not: null } },
    orderBy: { position: 'asc' },
    select: { key: true, title: true, team: { select: { name: true } } },
  });
  return sections.flatMap(({ key, title, team }) => (team === null ? [] : [{ section: key, title, team: team.name }]));
}

function callFields({ series, call }: Place): Omit<ExportedCall, 'teams' | 'editions' | 'deck'> {
  const { address, title, startsAt, timeZone, hasTime, state } = call;
  return {
    format: 'plenum-export',
    version: EXPORT_VERSION,
    series: { slug: series.slug, name: series.name },
    call: { address, title, startsAt: startsAt.toISOString(), timeZone, hasTime, state },
    url: ownOrigin() + addresses.call(series.slug, address),
  };
}

function exportedEdition(edition: Edition, profile: ExportProfile): ExportedEdition {
  const { number, createdAt, sealedAt, format, checksum } = edition;
  const { kind, slides, sections, assets, provenance } = editionContentSchema.parse(edition.content);
  const [presented, source] = [decoded(edition.presented), decoded(edition.source)];
  // The ranges of the record say which slides there are; what is a note in one, the parser knows.
  const read = parseDeck(presented).slides;
  return {
    number,
    createdAt: createdAt.toISOString(),
    sealedAt: sealedAt?.toISOString() ?? null,
    format,
    checksum,
    kind,
    presented,
    source: source === presented ? null : source,
    slides: slides.map(({ key, section, heading, h, v, from, to }, index) => {
      const slide = read[index];
      const whole = slide?.range.from === from && slide.range.to === to;
      const { source: markdown, notes } = whole ? slide : { source: presented.slice(from, to), notes: '' };
      return { key, section, heading, h, v, markdown: markdown.trim(), notes };
    }),
    sections,
    assets: Object.entries(assets).map(([address, kept]) => exportedAsset(profile, address, kept)),
    provenance,
  };
}

function exportedAsset(profile: ExportProfile, address: string, kept: KeptAsset | null) {
  return {
    address,
    file: kept === null ? null : pictureFileOf(profile, kept, address),
    hash: kept?.hash ?? null,
  };
}
