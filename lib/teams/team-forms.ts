import { z } from 'zod';
import { foldHeading } from './fold-heading.ts';

export const MOST_TEAMS = 100;
export const MOST_ALIASES = 40;
export const MOST_MEMBERS = 100;
export const LONGEST_NAME = 80;
export const LONGEST_BLURB = 500;
export const LONGEST_HEADING = 120;

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const HIDDEN_IN_LINES = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;

/** A line of text without marks that nobody sees and direction marks, that has something to be found by. */
function line(code: 'name' | 'alias', longest: number) {
  return z
    .string({ message: `${code}-empty` })
    .trim()
    .min(1, { message: `${code}-empty` })
    .max(longest, { message: `${code}-long` })
    .refine((text) => !HIDDEN.test(text), { message: `${code}-hidden` })
    .refine((text) => foldHeading(text) !== '', { message: `${code}-letters` });
}

export const teamNameSchema = line('name', LONGEST_NAME);
const headingSchema = line('alias', LONGEST_HEADING);

const blurbSchema = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .max(LONGEST_BLURB, { message: 'blurb-long' })
      .refine((text) => !HIDDEN_IN_LINES.test(text), { message: 'blurb-hidden' }),
  );

const headingsSchema = z
  .array(headingSchema)
  .max(MOST_ALIASES, { message: 'alias-many' })
  .refine((headings) => new Set(headings.map((heading) => foldHeading(heading))).size === headings.length, {
    message: 'alias-twice',
  });

/** Spellings, one a line as a form has them, or as a list. */
const aliasesSchema = z
  .union([z.string().transform((text) => text.split(/\r\n|\r|\n/)), z.array(z.string())])
  .transform((lines) => lines.map((text) => text.trim()).filter((text) => text !== ''))
  .pipe(headingsSchema);

/** Degrees on the colour wheel; null or empty leaves the choice to Plenum. */
const hueSchema = z.union(
  [
    z.null(),
    z.literal('').transform(() => null),
    z
      .union([
        z.number(),
        z
          .string()
          .regex(/^\d{1,3}$/)
          .transform(Number),
      ])
      .refine(isHue, { message: 'hue' }),
  ],
  { message: 'hue' },
);

function isHue(degrees: number): boolean {
  return Number.isInteger(degrees) && degrees >= 0 && degrees < 360;
}

const teamIdSchema = z.uuid({ message: 'team' });

/** What a host says of a team. Issue messages of all these forms are codes, with a sentence each in lib/messages/teams. */
export const teamFormSchema = z
  .object({
    name: teamNameSchema,
    blurb: blurbSchema.default(''),
    aliases: aliasesSchema.default([]),
    hue: hueSchema.default(null),
  })
  // The name is a heading anyway: who renames a team to one of its aliases need not take that out first.
  .transform((form) => ({
    ...form,
    aliases: form.aliases.filter((text) => foldHeading(text) !== foldHeading(form.name)),
  }));
export type TeamForm = z.infer<typeof teamFormSchema>;

/** Which team a form is about. */
export const teamChoiceSchema = z.object({ team: teamIdSchema });

/** A step up or down, or to a place, counted from 0. */
export const moveTeamSchema = teamChoiceSchema.extend({
  to: z.union([z.enum(['up', 'down']), z.number().int().min(0).max(MOST_TEAMS)], { message: 'to' }),
});

/** `team` is merged into `into`. */
export const mergeTeamsSchema = teamChoiceSchema
  .extend({ into: teamIdSchema })
  .refine(({ team, into }) => team !== into, { message: 'same-team', path: ['into'] });

/** These spellings leave the team and become one of their own. */
export const splitTeamSchema = teamChoiceSchema.extend({
  name: teamNameSchema,
  spellings: headingsSchema.min(1, { message: 'spellings' }),
});

/** A heading that the series is to know. */
export const headingFormSchema = z.object({ heading: headingSchema });

/** Somebody of the series by id, else by name or `@handle`. */
export const addMemberSchema = teamChoiceSchema
  .extend({
    person: z.union([z.literal('').transform(() => undefined), z.uuid({ message: 'person' })]).optional(),
    name: z
      .string()
      .trim()
      .max(LONGEST_NAME, { message: 'member-long' })
      .refine((text) => !HIDDEN.test(text), { message: 'member-hidden' })
      .default(''),
  })
  .refine(({ person, name }) => person !== undefined || name.replace(/^@/, '').trim() !== '', {
    message: 'member-empty',
    path: ['name'],
  });

export const removeMemberSchema = teamChoiceSchema.extend({ person: z.uuid({ message: 'person' }) });

const reporterSchema = z
  .string()
  .trim()
  .min(1, { message: 'member-empty' })
  .max(LONGEST_NAME, { message: 'member-long' })
  .refine((text) => !HIDDEN.test(text), { message: 'member-hidden' });

const learnedTeamSchema = z.object({
  name: teamNameSchema,
  /** The team that gets the spellings; null for a new one. */
  into: teamIdSchema.nullable(),
  spellings: headingsSchema,
  /** Names or `@handles`. */
  reporters: z.array(reporterSchema).max(MOST_MEMBERS, { message: 'member-many' }),
});

/** What a host accepts of what decks taught: teams in their order, and topics. */
export const acceptLearnedSchema = z
  .object({
    teams: z.array(learnedTeamSchema).max(MOST_TEAMS, { message: 'teams-many' }),
    topics: z
      .array(z.object({ name: headingSchema, spellings: headingsSchema }))
      .max(MOST_TEAMS * 2, { message: 'teams-many' }),
  })
  .refine(({ teams, topics }) => teams.length + topics.length > 0, { message: 'nothing', path: [''] });
export type AcceptLearned = z.infer<typeof acceptLearnedSchema>;

/** A heading of a deck as a series can know it: without marks that nobody sees. Null when that cannot be. */
export function knowable(heading: string): string | null {
  const parsed = headingSchema.safeParse(heading.replaceAll(/\s+/g, ' ').replaceAll(new RegExp(HIDDEN, 'gu'), ''));
  return parsed.success ? parsed.data : null;
}
