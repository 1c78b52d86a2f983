import type { FormAction, FormState } from '#lib/forms/form-state.ts';
import type { MadeInvitation } from '#lib/people/people-views.ts';

/** What inviting answers: links that are shown this once, and to whom (by id of the invitation) they were sent, or why not. */
export interface MadeInvitations {
  readonly state: FormState;
  readonly made: readonly MadeInvitation[];
  readonly mailed: readonly string[];
}

/** What the page of a series' people can do. Where a promise gives a string, it says why nothing was done. */
export interface PeopleActions {
  readonly invite: (fields: FormData) => Promise<MadeInvitations>;
  readonly inviteMany: (fields: FormData) => Promise<MadeInvitations>;
  readonly changeAudiences: FormAction;
  readonly chooseOffers: FormAction;
  readonly changeRole: (person: string, role: string) => Promise<string | null>;
  readonly remove: (person: string) => Promise<string | null>;
  readonly handOver: (person: string) => Promise<string | null>;
  readonly leave: () => Promise<string | null>;
  readonly endInvitation: (invitation: string) => Promise<string | null>;
  readonly claim: (named: string, member: string) => Promise<string | null>;
}
