import type { LiveState } from './live-state.ts';

/** The state as those have it who only follow: who would like to present is not theirs to know. */
export function asFollowed(state: LiveState): LiveState {
  return { ...state, requests: [], offer: null };
}
