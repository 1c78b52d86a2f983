import type { z } from 'zod';
import { formOf, type FormState } from '#lib/forms/form-state.ts';

type Kind = 'team' | 'topic';

/** What was checked on the page of what decks taught, and in which rows of the page. */
export interface LearnedForm {
  readonly form: {
    readonly teams: readonly Readonly<Record<string, unknown>>[];
    readonly topics: readonly Readonly<Record<string, unknown>>[];
  };
  readonly rows: Readonly<Record<Kind, readonly number[]>>;
}

/** The name of a field in a row of the page. */
export function learnedField(
  kind: Kind,
  row: number,
  part: 'take' | 'name' | 'into' | 'spelling' | 'reporter',
): string {
  return `${kind}.${row}.${part}`;
}

/** Reads the form: only the rows that are checked. */
export function learnedForm(sent: FormData): LearnedForm {
  const fields = formOf(sent);
  const rows = { team: checkedRows(fields, 'team'), topic: checkedRows(fields, 'topic') };
  const all = (kind: Kind, row: number, part: 'spelling' | 'reporter') => fields.getAll(learnedField(kind, row, part));
  return {
    form: {
      teams: rows.team.map((row) => ({
        name: fields.get(learnedField('team', row, 'name')) ?? '',
        into: fields.get(learnedField('team', row, 'into')) || null,
        spellings: all('team', row, 'spelling'),
        reporters: all('team', row, 'reporter'),
      })),
      topics: rows.topic.map((row) => ({
        name: fields.get(learnedField('topic', row, 'name')) ?? '',
        spellings: all('topic', row, 'spelling'),
      })),
    },
    rows,
  };
}

function checkedRows(fields: FormData, kind: Kind): readonly number[] {
  const pattern = new RegExp(`^${kind}\\.(\\d{1,4})\\.take$`);
  const rows = [...fields.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return rows.map(Number).toSorted((one, other) => one - other);
}

/** The refusals of a schema at the fields of the page: what is wrong with a row is said at its name. */
export function refusedLearned(
  error: z.ZodError,
  { rows }: LearnedForm,
  sentences: Readonly<Record<string, string>>,
): FormState {
  const problems: Record<string, string> = {};
  let refusal: string | null = null;
  for (const { path, message } of error.issues) {
    const sentence = sentences[message] ?? sentences['other'] ?? message;
    const kind = path[0] === 'teams' ? 'team' : 'topic';
    const row = typeof path[1] === 'number' ? rows[kind][path[1]] : undefined;
    if (row === undefined) refusal ??= sentence;
    else problems[learnedField(kind, row, 'name')] ??= sentence;
  }
  return { problems, refusal };
}
