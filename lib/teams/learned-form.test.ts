import { expect, it } from 'vitest';
import { learnedForm, refusedLearned } from './learned-form.ts';
import { acceptLearnedSchema } from './team-forms.ts';

function fields(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const PAGE = fields([
  ['team.0.name', 'Left out'],
  ['team.2.take', 'on'],
  ['team.2.name', 'Team Ops'],
  ['team.2.spelling', 'SIG Ops'],
  ['team.2.spelling', 'Ops'],
  ['team.2.reporter', '@eli'],
  ['team.10.take', 'on'],
  ['team.10.name', ''],
  ['team.10.into', ''],
  ['topic.1.take', 'on'],
  ['topic.1.name', 'Welcome'],
]);

it('reads the rows that are checked, in their order', () => {
  expect(learnedForm(PAGE)).toEqual({
    form: {
      teams: [
        { name: 'Team Ops', into: null, spellings: ['SIG Ops', 'Ops'], reporters: ['@eli'] },
        { name: '', into: null, spellings: [], reporters: [] },
      ],
      topics: [{ name: 'Welcome', spellings: [] }],
    },
    rows: { team: [2, 10], topic: [1] },
  });
});

it('says what is wrong at the row where it is, and what is wrong with all of it above', () => {
  const sentences = { 'name-empty': 'Give a name.', nothing: 'Choose something.' };
  const refusalOf = (form: FormData) => {
    const said = learnedForm(form);
    const { error } = acceptLearnedSchema.safeParse(said.form);
    return error === undefined ? null : refusedLearned(error, said, sentences);
  };
  expect(refusalOf(PAGE)).toEqual({ problems: { 'team.10.name': 'Give a name.' }, refusal: null });
  expect(refusalOf(fields([]))).toEqual({ problems: {}, refusal: 'Choose something.' });
});
