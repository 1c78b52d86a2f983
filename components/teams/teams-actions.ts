import type { FormAction } from '#lib/forms/form-state.ts';

/** Everything that hosts can do with the teams of a series. What is no form answers null, or why not. */
export interface TeamsActions {
  readonly create: FormAction;
  readonly change: FormAction;
  readonly merge: FormAction;
  readonly split: FormAction;
  readonly addMember: FormAction;
  readonly makeTopic: FormAction;
  readonly accept: FormAction;
  readonly makeTeam: (heading: string) => Promise<string | null>;
  readonly forgetTopic: (heading: string) => Promise<string | null>;
  readonly move: (team: string, to: 'up' | 'down') => Promise<string | null>;
  readonly remove: (team: string) => Promise<string | null>;
  readonly removeMember: (team: string, person: string) => Promise<string | null>;
}
