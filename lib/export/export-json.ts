import { z } from 'zod';

import { editionContentSchema } from '#lib/record/edition.ts';

/** The version of the JSON that this Plenum writes. What is in it keeps its meaning; a later version may say more. */
export const EXPORT_VERSION = 2;

const head = { format: z.literal('plenum-export'), version: z.number().int() };

const seriesSchema = z.object({ slug: z.string(), name: z.string() });

/** A picture of a text. */
const exportedAssetSchema = z.object({
  /** As the text names it. */
  address: z.string(),
  /** Where it lies in a zip, from the folder of the text on; null when it is missing. */
  file: z.string().nullable(),
  /** SHA-256 of its bytes, lower-case hex; null when it is missing. */
  hash: z.string().nullable(),
});

const exportedSlideSchema = z.object({
  /** Its address is `<address of the call>/<section>/<key>`. */
  key: z.string(),
  section: z.string(),
  heading: z.string(),
  /** Horizontal and vertical number, both from 0. */
  h: z.number().int(),
  v: z.number().int(),
  /** Its Markdown as it was presented, without separators, and its speaker notes. */
  markdown: z.string(),
  notes: z.string(),
});

const exportedEditionSchema = z.object({
  number: z.number().int(),
  /** ISO 8601 instants; null while it is not sealed. */
  createdAt: z.string(),
  sealedAt: z.string().nullable(),
  /** Version of the edition's own format, and SHA-256 of its canonical form as that says. */
  format: z.number().int(),
  checksum: z.string(),
  kind: z.enum(['slides', 'minutes']),
  /** What was on the slides. */
  presented: z.string(),
  /** What was written, where that is something else; else null. */
  source: z.string().nullable(),
  slides: z.array(exportedSlideSchema),
  sections: editionContentSchema.shape.sections,
  assets: z.array(exportedAssetSchema),
  provenance: editionContentSchema.shape.provenance,
});
export type ExportedEdition = z.infer<typeof exportedEditionSchema>;

const callSchema = z.object({
  /** Of the call in its series: `2024-12-12`, or `2024-12-12-2`. */
  address: z.string(),
  title: z.string(),
  /** ISO 8601 instant and the zone it is meant in; without a time only the day counts. */
  startsAt: z.string(),
  timeZone: z.string(),
  hasTime: z.boolean(),
  state: z.enum(['planned', 'live', 'ended']),
});

/** A call as JSON: `<name>.json` in a zip, and an export of its own. A call that has not ended has its deck and no editions. */
export const exportedCallSchema = z.object({
  ...head,
  series: seriesSchema,
  call: callSchema,
  /** Full address of the call; null where nobody knows it. */
  url: z.string().nullable(),
  /** Names of the teams whose sections of the newest edition are, where somebody said so; by key and title. Since version 2. */
  teams: z.array(z.object({ section: z.string(), title: z.string(), team: z.string() })).default([]),
  /** The newest first. */
  editions: z.array(exportedEditionSchema),
  /** The deck as it is now; null once the call is on record. */
  deck: z.object({ presented: z.string(), assets: z.array(exportedAssetSchema) }).nullable(),
});
export type ExportedCall = z.infer<typeof exportedCallSchema>;

/** What a zip of a series holds: `plenum.json` in its folder. */
export const exportedSeriesSchema = z.object({
  ...head,
  exportedAt: z.string(),
  profile: z.string(),
  series: seriesSchema,
  calls: z.array(
    z.object({
      address: z.string(),
      title: z.string(),
      /** Names in the folder. */
      file: z.string(),
      json: z.string(),
      edition: z.number().int().nullable(),
      checksum: z.string().nullable(),
      /** SHA-256 of the file, lower-case hex. */
      sha256: z.string(),
    }),
  ),
  /** Every picture in the folder, once. */
  pictures: z.array(z.object({ file: z.string(), hash: z.string() })),
});
export type ExportedSeries = z.infer<typeof exportedSeriesSchema>;
