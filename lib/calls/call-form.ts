import { z } from 'zod';

const emptyAsAbsent = (value: unknown): unknown => (value === '' || value === null ? undefined : value);

/** A date as a form gives it, `2024-12-12`; that it exists in the calendar is part of the check. */
export const dateSchema = z.iso.date({ message: 'date' });

/** The form of a new call. Without a time only the day is known. Issue messages are codes: `date`, `time`, `title`. */
export const callFormSchema = z.object({
  date: dateSchema,
  /** `15:05`, in the series' time zone. */
  time: z.preprocess(emptyAsAbsent, z.iso.time({ precision: -1, message: 'time' }).optional()),
  /** The series' name when left out. */
  title: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .trim()
      .min(1, { message: 'title' })
      .max(200, { message: 'title' })
      .regex(/^\P{Cc}*$/u, { message: 'title' })
      .optional(),
  ),
});
export type CallForm = z.infer<typeof callFormSchema>;
