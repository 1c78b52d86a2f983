'use server';

import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { addresses } from '#lib/addresses.ts';
import { formOf, refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { learnedForm, refusedLearned } from '#lib/teams/learned-form.ts';
import {
  acceptLearnedSchema,
  addMemberSchema,
  headingFormSchema,
  mergeTeamsSchema,
  splitTeamSchema,
  teamFormSchema,
} from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { acceptLearned } from '#server/teams/accept-learned.ts';
import { changeTeam } from '#server/teams/change-team.ts';
import { createTeam, makeTeamOfTopic } from '#server/teams/create-team.ts';
import { mergeTeams } from '#server/teams/merge-teams.ts';
import { moveTeam } from '#server/teams/move-team.ts';
import { removeTeam } from '#server/teams/remove-team.ts';
import { splitTeam } from '#server/teams/split-team.ts';
import { addTeamMember, removeTeamMember } from '#server/teams/team-members.ts';
import { forgetTopic, makeTopic } from '#server/teams/topics.ts';

/** Every act on the teams of a series: each is checked again by the function that does it, for whoever asks. */

export async function createTeamAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  return send(series, teamFormSchema, textFields(fields), (visitor, form) => createTeam(visitor, series, form));
}

export async function changeTeamAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const { team = '', ...form } = textFields(fields);
  return send(series, teamFormSchema, form, (visitor, said) => changeTeam(visitor, series, team, said));
}

export async function mergeTeamsAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  return send(series, mergeTeamsSchema, textFields(fields), (visitor, form) => mergeTeams(visitor, series, form));
}

export async function splitTeamAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const form = { ...textFields(fields), spellings: formOf(fields).getAll('spellings') };
  return send(series, splitTeamSchema, form, (visitor, said) => splitTeam(visitor, series, said));
}

export async function addTeamMemberAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  return send(series, addMemberSchema, textFields(fields), (visitor, form) => addTeamMember(visitor, series, form));
}

export async function makeTopicAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  return send(series, headingFormSchema, textFields(fields), (visitor, form) =>
    makeTopic(visitor, series, form.heading),
  );
}

export async function acceptLearnedAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const said = learnedForm(fields);
  const form = acceptLearnedSchema.safeParse(said.form);
  if (!form.success) return refusedLearned(form.error, said, messages.teams.problems);
  const refusal = await act(series, (visitor) => acceptLearned(visitor, series, form.data));
  return refusal === null ? UNSENT : refusedWhole(refusal);
}

/** Answers null, or why not; so do those below. */
export async function makeTeamAction(series: string, heading: string): Promise<string | null> {
  return act(series, (visitor) => makeTeamOfTopic(visitor, series, heading));
}

export async function forgetTopicAction(series: string, heading: string): Promise<string | null> {
  return act(series, (visitor) => forgetTopic(visitor, series, heading));
}

export async function moveTeamAction(series: string, team: string, to: 'up' | 'down'): Promise<string | null> {
  return act(series, (visitor) => moveTeam(visitor, series, { team, to }));
}

export async function removeTeamAction(series: string, team: string): Promise<string | null> {
  return act(series, (visitor) => removeTeam(visitor, series, { team }));
}

export async function removeTeamMemberAction(series: string, team: string, person: string): Promise<string | null> {
  return act(series, (visitor) => removeTeamMember(visitor, series, { team, person }));
}

/** Takes a form, or says field by field why not. */
async function send<S extends z.ZodType>(
  series: string,
  schema: S,
  fields: unknown,
  work: (visitor: Visitor, form: z.infer<S>) => Promise<unknown>,
): Promise<FormState> {
  const form = schema.safeParse(fields);
  if (!form.success) return refused(form.error, messages.teams.problems);
  const refusal = await act(series, (visitor) => work(visitor, form.data));
  return refusal === null ? UNSENT : refusedWhole(refusal);
}

async function act(series: string, work: (visitor: Visitor) => Promise<unknown>): Promise<string | null> {
  try {
    await work(await currentVisitor());
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(addresses.teams(series));
  revalidatePath(addresses.series(series));
  return null;
}
