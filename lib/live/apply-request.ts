import { MOST_REQUESTS, type LivePerson, type LivePosition, type LiveRefusalReason } from './live-state.ts';
import type { LiveRequest, LiveState } from './live-state.ts';

/** What is asked of the state itself: pointing and hellos pass by it. */
export type StateRequest = Exclude<LiveRequest, { type: 'point' | 'hello' }>;

/** A section as the baton knows it. */
export interface BatonSection {
  /** Of its row; null until it has one. */
  readonly id: string | null;
  readonly title: string;
  /** Who reports it; null for nobody, and for who is not here. */
  readonly reporter: LivePerson | null;
}

/** Where a move leads to. */
export interface LiveMove {
  readonly position: LivePosition;
  /** The section there; null before the first. */
  readonly section: BatonSection | null;
}

/** Who asks, and what the server knows of it. Whether the person may present at all was checked before. */
export interface LiveAsk<R extends StateRequest = StateRequest> {
  readonly request: R;
  readonly person: LivePerson;
  /** May take the baton from others. */
  readonly host: boolean;
  /** When it was asked, ISO 8601. */
  readonly at: string;
  /** For a move: where the slide meant stands in the server's text. */
  readonly move: LiveMove | null;
  /** For handing over: who that is, or null when they are not here. */
  readonly receiver: LivePerson | null;
  /** Whether the series offers the baton to a section's reporter. */
  readonly offersBaton: boolean;
}

/** The state after a request, or why it is refused. */
export type LiveOutcome =
  | { readonly type: 'state'; readonly state: LiveState }
  | { readonly type: 'refused'; readonly reason: LiveRefusalReason };

type Handler<R extends StateRequest> = (state: LiveState, ask: LiveAsk<R>) => LiveOutcome;

const HANDLERS: { readonly [T in StateRequest['type']]: Handler<Extract<StateRequest, { type: T }>> } = {
  move: (state, ask) => (holds(state, ask) ? changed(state, moved(state, ask)) : refused('not-presenting')),
  blank: (state, ask) =>
    holds(state, ask)
      ? changed(state, { ...takes(state, ask.person), blank: ask.request.blank })
      : refused('not-presenting'),
  pause: (state, ask) =>
    isHolder(state, ask.person) || ask.host ? changed(state, paused(state, ask)) : refused('not-presenting'),
  present: (state, ask) =>
    holds(state, ask) || ask.host ? changed(state, takes(state, ask.person)) : refused('not-presenting'),
  ask: (state, { request, person }) => {
    const others = without(state.requests, person);
    const waiting = request.wanted && !isHolder(state, person) && others.length < MOST_REQUESTS;
    return changed(state, { requests: waiting ? [...others, person] : others });
  },
  give: (state, ask) => {
    if (!isHolder(state, ask.person) && !ask.host) return refused('not-presenting');
    return ask.receiver === null ? refused('not-here') : changed(state, takes(state, ask.receiver));
  },
  release: (state, ask) =>
    isHolder(state, ask.person) || (ask.host && state.awaySince !== null)
      ? changed(state, { presenter: null, awaySince: null, offer: null })
      : refused('not-presenting'),
  answer: (state, { request, person }) => {
    const mine = state.offer?.to.personId === person.personId;
    if (mine && request.accept) return changed(state, takes(state, person));
    if (mine || (!request.accept && isHolder(state, person))) return changed(state, { offer: null });
    return refused('no-offer');
  },
  hold: (state, { request, host }) => (host ? changed(state, { held: request.held }) : refused('not-allowed')),
};

/** What a request makes of the live state. Moving takes the baton when nobody holds it. */
export function applyLiveRequest(state: LiveState, ask: LiveAsk): LiveOutcome {
  // The type of a request is that of its handler, which TypeScript cannot see through the table.
  const handle = HANDLERS[ask.request.type] as Handler<StateRequest>;
  return handle(state, ask);
}

function isHolder({ presenter }: LiveState, { personId }: LivePerson): boolean {
  return presenter?.personId === personId;
}

function holds(state: LiveState, { person }: LiveAsk): boolean {
  return state.presenter === null || isHolder(state, person);
}

function without(people: readonly LivePerson[], { personId }: LivePerson): LivePerson[] {
  return people.filter((each) => each.personId !== personId);
}

/** Somebody has the baton from now on, or still. */
function takes(state: LiveState, person: LivePerson): Partial<LiveState> {
  if (isHolder(state, person)) return { presenter: person, awaySince: null };
  return { presenter: person, awaySince: null, offer: null, requests: without(state.requests, person) };
}

function moved(state: LiveState, { person, move, offersBaton }: LiveAsk): Partial<LiveState> {
  const presents = takes(state, person);
  if (move === null) return { ...presents, blank: false };
  const section = move.section?.id ?? null;
  const arrives = { position: move.position, section, gone: null, blank: false };
  if (section === state.section) return { ...presents, ...arrives };
  return { ...presents, ...arrives, offer: offersBaton ? offerIn(move.section, person) : null };
}

/** Whoever reports a section need not be offered what they hold. */
function offerIn(section: BatonSection | null, presenter: LivePerson): LiveState['offer'] {
  const reporter = section?.reporter ?? null;
  if (section === null || reporter === null || reporter.personId === presenter.personId) return null;
  return { to: reporter, section: section.title };
}

function paused({ pausedAt, pausedMs }: LiveState, { request, at }: LiveAsk<Extract<StateRequest, { type: 'pause' }>>) {
  if (request.paused === (pausedAt !== null)) return {};
  if (request.paused) return { pausedAt: at };
  const stood = Date.parse(at) - Date.parse(pausedAt ?? at);
  return { pausedAt: null, pausedMs: pausedMs + Math.max(0, stood) };
}

function refused(reason: LiveRefusalReason): LiveOutcome {
  return { type: 'refused', reason };
}

function changed(state: LiveState, change: Partial<LiveState>): LiveOutcome {
  return { type: 'state', state: { ...state, ...change, version: state.version + 1 } };
}
