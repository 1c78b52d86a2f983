import { z } from 'zod';

import { callFormSchema } from '#lib/calls/call-form.ts';

/** What hosts say of an imported record. Issue messages are codes: `date`, `title`. */
export const importedFormSchema = callFormSchema.pick({ date: true }).extend({
  title: z
    .string({ message: 'title' })
    .trim()
    .min(1, { message: 'title' })
    .max(200, { message: 'title' })
    .regex(/^\P{Cc}*$/u, { message: 'title' }),
});

const TEAM = /^team-(\d{1,4})$/;

/** The form of an imported record as it was sent. */
export interface ImportedForm extends z.infer<typeof importedFormSchema> {
  /** By a section's place (from 0) the id of its team; null where the heading says whose it is. Places that are left out stay. */
  readonly teams: ReadonlyMap<number, string | null>;
}

/** Which fields say whose sections are. */
export function teamFields(fields: Readonly<Record<string, string>>): ImportedForm['teams'] {
  return new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const place = TEAM.exec(name)?.[1];
      return place === undefined ? [] : [[Number(place), value === '' ? null : value] as const];
    }),
  );
}
