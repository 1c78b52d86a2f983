import { z } from 'zod';

import { audienceSchema, writeAudienceSchema } from '#lib/access.ts';
import { isSeriesSlug } from '#lib/addresses.ts';
import { isTimeZone } from '#lib/dates/time-zone.ts';

/** What may be asked of a series when it is made. The presets are those of the form: decks for members, the rest public. */
const SERIES_PRESETS = {
  readDecks: 'members',
  readLive: 'public',
  readRecords: 'public',
  write: 'members',
} as const;

const slug = z.union([z.literal('').transform(() => undefined), z.string().refine(isSeriesSlug, { message: 'slug' })]);

/** The form of a new series, as FormData or JSON gives it. Issue messages are codes: `name`, `slug`, `timeZone`. */
export const seriesFormSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, { message: 'name' })
    .max(120, { message: 'name' })
    .regex(/^\P{Cc}*$/u, { message: 'name' }),
  /** Its address; made from the name when left out or empty. */
  slug: slug.optional(),
  timeZone: z.string().refine(isTimeZone, { message: 'timeZone' }),
  readDecks: audienceSchema.default(SERIES_PRESETS.readDecks),
  readLive: audienceSchema.default(SERIES_PRESETS.readLive),
  readRecords: audienceSchema.default(SERIES_PRESETS.readRecords),
  write: writeAudienceSchema.default(SERIES_PRESETS.write),
});
export type SeriesForm = z.infer<typeof seriesFormSchema>;
