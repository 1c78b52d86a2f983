import { z } from 'zod';
import { titlePictureSchema } from '#lib/pictures/title-picture.ts';

/** How far a section is; `nothing` is "nothing this time". */
export const sectionStatusSchema = z.enum(['empty', 'draft', 'ready', 'nothing']);
export type SectionStatus = z.infer<typeof sectionStatusSchema>;

const orderPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Without the `@`; null for who has none. */
  handle: z.string().nullable(),
  /** Degrees on the colour wheel. */
  hue: z.number(),
});
/** Somebody as the running order names them. */
export type OrderPerson = z.infer<typeof orderPersonSchema>;

const sectionRowSchema = z.object({
  id: z.string(),
  /** Its heading as a Yjs relative position (base64). */
  anchor: z.string(),
  /** Its heading and its place when it was last looked for. */
  title: z.string(),
  position: z.number().int(),
  /** Id of its team where somebody said so; else the heading says it. */
  team: z.string().nullable(),
  reporter: orderPersonSchema.nullable(),
  deputy: orderPersonSchema.nullable(),
  status: sectionStatusSchema,
  skipped: z.boolean(),
  plannedSeconds: z.number().int().nullable(),
  /** When its text last changed (ISO 8601), and by whom, as far as is known. */
  changed: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
});
/** What is known of one section beside its text. */
export type SectionRow = z.infer<typeof sectionRowSchema>;

const orderTeamSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** Degrees on the colour wheel. */
  hue: z.number(),
  members: z.array(orderPersonSchema),
});
/** A team as the running order names it. */
export type OrderTeam = z.infer<typeof orderTeamSchema>;

/**
 * Everything about a deck's sections that is not in its text: the series' teams in their order, the headings that it knows
 * (`team` null for a topic's), the rows of the sections whose text is there, and the picture that the call opens with.
 */
export const runningOrderSchema = z.object({
  teams: z.array(orderTeamSchema),
  headings: z.array(z.object({ folded: z.string(), team: z.string().nullable() })),
  sections: z.array(sectionRowSchema),
  title: titlePictureSchema.nullable(),
});
export type RunningOrder = z.infer<typeof runningOrderSchema>;

/** Of a deck without a series' teams, and until more is known. */
export const EMPTY_ORDER: RunningOrder = { teams: [], headings: [], sections: [], title: null };
