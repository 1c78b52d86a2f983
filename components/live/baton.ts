import { BATON_GRACE_MS, type LivePerson, type LiveState } from '#lib/live/live-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { Presence } from '#lib/sync/connection-status.ts';

/** Who moves the slides, seen by one of those who may. */
export type Baton =
  /** No call is live. */
  | { readonly type: 'none' }
  | { readonly type: 'free' }
  | { readonly type: 'mine' }
  /** `asked`: this person would like it. `awaySince` (ISO 8601): their connection is gone. */
  | {
      readonly type: 'theirs';
      readonly holder: LivePerson;
      readonly awaySince: string | null;
      readonly asked: boolean;
    };

/** Who moves the slides, as this person sees it. */
export function batonOf(state: LiveState | null, personId: string | null): Baton {
  if (state === null) return { type: 'none' };
  const { presenter, awaySince, requests } = state;
  if (presenter === null) return { type: 'free' };
  if (presenter.personId === personId) return { type: 'mine' };
  return { type: 'theirs', holder: presenter, awaySince, asked: requests.some((each) => each.personId === personId) };
}

/** Who moves the slides, in words. */
export function whoPresents(baton: Baton): string {
  if (baton.type === 'mine') return messages.live.youPresent;
  return baton.type === 'theirs' ? messages.live.presents(baton.holder.name) : messages.live.nobodyPresents;
}

/** The section that is offered to this person, by its title; null while none is. */
export function offeredTo(state: LiveState | null, personId: string | null): string | null {
  return personId !== null && state?.offer?.to.personId === personId ? state.offer.section : null;
}

/** Milliseconds until somebody who is away loses what they hold; never below none. */
export function freeIn(awaySince: string, now: Date): number {
  return Math.max(0, Date.parse(awaySince) + BATON_GRACE_MS - now.getTime());
}

/** Whom it can be handed to: everybody who is here and may present, once, those who asked first; not the holder. */
export function receivers(
  { presenter, requests }: Pick<LiveState, 'presenter' | 'requests'>,
  here: readonly Presence[],
): readonly LivePerson[] {
  const online = here.flatMap(({ personId, name, present }) =>
    personId === null || !present ? [] : [{ personId, name }],
  );
  const people = new Map([...requests, ...online].map((person) => [person.personId, person]));
  return [...people.values()].filter(({ personId }) => personId !== presenter?.personId);
}
