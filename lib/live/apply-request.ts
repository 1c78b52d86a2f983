import type { LivePosition, LiveRequest, LiveState } from './live-state.ts';

/** Who asks, and the position on the server's text that a move leads to. */
export interface LiveAsk {
  readonly request: LiveRequest;
  readonly person: { readonly id: string; readonly name: string };
  /** For a move: where the slide meant stands. */
  readonly position: LivePosition | null;
}

/** The state after a request, or why it is refused. Whether the person may present at all was checked before. */
export type LiveOutcome =
  | { readonly type: 'state'; readonly state: LiveState }
  | { readonly type: 'refused'; readonly reason: 'not-presenting' };

/** What a request makes of the live state. Moving takes the baton when nobody holds it; `present` takes it over. */
export function applyLiveRequest(state: LiveState, { request, person, position }: LiveAsk): LiveOutcome {
  const presenter = { personId: person.id, name: person.name };
  if (request.type === 'present') return changed(state, { presenter });
  if (state.presenter !== null && state.presenter.personId !== person.id)
    return { type: 'refused', reason: 'not-presenting' };
  if (request.type === 'blank') return changed(state, { presenter, blank: request.blank });
  return changed(state, { presenter, position: position ?? state.position, blank: false });
}

function changed(state: LiveState, change: Partial<LiveState>): LiveOutcome {
  return { type: 'state', state: { ...state, ...change, version: state.version + 1 } };
}
