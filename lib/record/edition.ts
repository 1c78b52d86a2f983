import { z } from 'zod';

/** The version of the edition format that this Plenum writes. Older ones are read for ever. */
export const EDITION_FORMAT = 1;

const editionSlideSchema = z.object({
  /** Fixed when the record is made: `1`, `2`… within its section; the address is `/<section>/<key>`. */
  key: z.string(),
  section: z.string(),
  h: z.number().int(),
  v: z.number().int(),
  /** UTF-16 offsets in `presented`. */
  from: z.number().int(),
  to: z.number().int(),
  hash: z.string(),
  heading: z.string(),
  /** The Yjs relative position (base64) of the slide in the deck it came from, so that links copied live lead here. */
  anchor: z.string().nullable(),
});

const editionSectionSchema = z.object({
  key: z.string(),
  title: z.string(),
  /** Key of the team, once teams exist; null for a topic. */
  team: z.string().nullable(),
  reporter: z.string().nullable(),
  status: z.string().nullable(),
  fromSlide: z.number().int(),
  toSlide: z.number().int(),
});

const originSchemas = [
  z.object({
    type: z.literal('call'),
    deck: z.string(),
    epoch: z.number().int(),
    seq: z.number().int(),
    endedAt: z.string(),
  }),
  z.object({
    type: z.literal('import'),
    file: z.string(),
    sha256: z.string(),
    importedAt: z.string(),
    repairs: z.array(z.string()),
  }),
] as const;

/** Everything of an edition besides `source` and `presented`: frozen with them, never recomputed. */
export const editionContentSchema = z.object({
  /** `slides` for a deck; `minutes` for a plain document that was imported. */
  kind: z.enum(['slides', 'minutes']),
  title: z.string(),
  /** ISO 8601 instant, and the zone it is meant in. */
  startsAt: z.string(),
  timeZone: z.string(),
  hasTime: z.boolean(),
  slides: z.array(editionSlideSchema),
  sections: z.array(editionSectionSchema),
  /** Picture address as the text has it → asset kept for it; null where the picture is missing. */
  assets: z.record(z.string(), z.object({ key: z.string(), extension: z.string(), hash: z.string() }).nullable()),
  /** Where the words come from. */
  provenance: z.discriminatedUnion('type', [
    ...originSchemas,
    z.object({
      type: z.literal('correction'),
      /** The edition whose text was corrected. */
      edition: z.number().int(),
      checksum: z.string(),
      /** Where that record's words came from first. */
      origin: z.discriminatedUnion('type', originSchemas),
      /** Section by section: who wrote in the correction, as the record names people, and when it was taken. */
      corrections: z.array(
        z.object({ section: z.string(), title: z.string(), by: z.array(z.string()), at: z.string() }),
      ),
    }),
  ]),
});
export type EditionContent = z.infer<typeof editionContentSchema>;
