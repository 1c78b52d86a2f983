'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { siteOrigin } from '#app/request-frame.ts';
import type { MadeInvitations } from '#components/people/people-actions.ts';
import { seriesRoleSchema } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { audiencesFormSchema, inviteFormSchema, openInvitationSchema } from '#lib/people/people-forms.ts';
import type { MadeInvitation } from '#lib/people/people-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeAudiences } from '#server/people/change-audiences.ts';
import { changeRole, handOver, leaveSeries, removeMember } from '#server/people/change-member.ts';
import { claimByHost } from '#server/people/claim-by-host.ts';
import { endInvitation, inviteMany, invitePeople } from '#server/people/invite.ts';
import { mailInvitations } from '#server/people/mail-invitations.ts';
import { chooseOffers } from '#server/series/choose-offers.ts';

/** Every act on who belongs to a series: each is checked by the function that does it, for whoever asks. */

/** Invites everybody whom the text names, and sends the mails that were asked for. */
export async function invitePeopleAction(series: string, fields: FormData): Promise<MadeInvitations> {
  const form = inviteFormSchema.safeParse(textFields(fields));
  if (!form.success) return none(refused(form.error, messages.people.problems));
  return invited(series, async (visitor) => {
    const made = await invitePeople(visitor, series, form.data);
    if (form.data.mail === undefined) return { made, mailed: [] };
    return { made, mailed: await mailInvitations(visitor, { series, made, site: await siteOrigin() }) };
  });
}

/** Makes one link for many. */
export async function inviteManyAction(series: string, fields: FormData): Promise<MadeInvitations> {
  const form = openInvitationSchema.safeParse(textFields(fields));
  if (!form.success) return none(refused(form.error, messages.people.problems));
  return invited(series, async (visitor) => ({ made: [await inviteMany(visitor, series, form.data)], mailed: [] }));
}

/** Says who may read and write. */
export async function changeAudiencesAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const form = audiencesFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, messages.people.problems);
  const refusal = await act(series, (visitor) => changeAudiences(visitor, series, form.data));
  return refusal === null ? UNSENT : refusedWhole(refusal);
}

/** Says whether a section's reporter is offered to present when the stage comes to it. */
export async function chooseOffersAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const { hand = '' } = textFields(fields);
  if (hand !== 'offer' && hand !== 'keep') return refusedWhole(messages.callTime.hand.problem);
  const refusal = await act(series, (visitor) => chooseOffers(visitor, series, hand === 'offer'));
  return refusal === null ? UNSENT : refusedWhole(refusal);
}

/** Answers null, or why not; so do those below. */
export async function changeRoleAction(series: string, person: string, role: string): Promise<string | null> {
  const parsed = seriesRoleSchema.safeParse(role);
  if (!parsed.success) return messages.people.problems.role;
  return act(series, (visitor) => changeRole(visitor, series, person, parsed.data));
}

export async function removeMemberAction(series: string, person: string): Promise<string | null> {
  return act(series, (visitor) => removeMember(visitor, series, person));
}

export async function handOverAction(series: string, person: string): Promise<string | null> {
  return act(series, (visitor) => handOver(visitor, series, person));
}

/** Leaves, and goes home: the page may no longer be there for whoever left. */
export async function leaveSeriesAction(series: string): Promise<string | null> {
  const refusal = await act(series, (visitor) => leaveSeries(visitor, series));
  return refusal ?? redirect(addresses.home());
}

export async function endInvitationAction(series: string, invitation: string): Promise<string | null> {
  return act(series, (visitor) => endInvitation(visitor, series, invitation));
}

export async function claimByHostAction(series: string, named: string, member: string): Promise<string | null> {
  return act(series, (visitor) => claimByHost(visitor, series, named, member));
}

function none(state: FormState): MadeInvitations {
  return { state, made: [], mailed: [] };
}

async function invited(
  series: string,
  work: (visitor: Visitor) => Promise<{ readonly made: readonly MadeInvitation[]; readonly mailed: readonly string[] }>,
): Promise<MadeInvitations> {
  try {
    const answer = await work(await currentVisitor());
    revalidatePath(addresses.people(series));
    return { state: UNSENT, ...answer };
  } catch (error) {
    return none(refusedWhole(refusalOf(error)));
  }
}

async function act(series: string, work: (visitor: Visitor) => Promise<unknown>): Promise<string | null> {
  try {
    await work(await currentVisitor());
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(addresses.people(series));
  return null;
}
