import { firstLiveState, liveStateSchema, sectionTimesSchema, type LiveState } from '#lib/live/live-state.ts';
import type { SectionTimes } from '#lib/live/live-state.ts';
import { NO_TIMES } from '#lib/live/section-times.ts';
import type { database } from '#server/database/client.ts';

/** The live state of a call and how long its sections took, stored together. */
export interface StoredLive {
  readonly state: LiveState;
  readonly times: SectionTimes;
}

/** The live state of calls, as stored. */
export interface LiveRows {
  /** The state of a call that is live, with what its series says of the baton, or null while it is not. */
  load(callId: string): Promise<(StoredLive & { readonly offersBaton: boolean }) | null>;
  /** Stores a state over the one with the version `over`; false when another was stored meanwhile or the call ended. */
  save(callId: string, live: StoredLive, over: number): Promise<boolean>;
  /** Keeps the name of somebody who was there for the first time; false when there are too many. */
  keepHello(callId: string, name: string): Promise<boolean>;
}

/** So many newcomers a record names. */
const MOST_HELLOS = 100;

type Database = Pick<ReturnType<typeof database>, '$executeRaw' | 'call'>;

/** Live state on Postgres. */
export function postgresLiveRows(open: () => Database): LiveRows {
  return {
    async load(callId) {
      const call = await open().call.findUnique({
        where: { id: callId },
        select: { state: true, startedAt: true, live: true, series: { select: { offersBaton: true } } },
      });
      if (call?.state !== 'live') return null;
      const { offersBaton } = call.series;
      // A state that cannot be read is worth less than the call: it goes on from its first slide.
      const state =
        liveStateSchema.safeParse(call.live?.state).data ??
        firstLiveState((call.startedAt ?? new Date()).toISOString());
      return { state: { ...state, version: call.live?.version ?? 1 }, times: timesOf(call.live?.state), offersBaton };
    },
    async save(callId, { state, times }, over) {
      const json = JSON.stringify({ ...state, times });
      const saved = await open().$executeRaw`
        INSERT INTO live_state (call_id, version, state)
        SELECT id, ${state.version}, ${json}::jsonb FROM call WHERE id = ${callId}::uuid AND state = 'live'
        ON CONFLICT (call_id) DO UPDATE SET version = excluded.version, state = excluded.state, changed_at = now()
        WHERE live_state.version = ${over}`;
      return saved > 0;
    },
    async keepHello(callId, name) {
      const kept = await open().$executeRaw`
        INSERT INTO call_hello (id, call_id, name)
        SELECT uuidv7(), ${callId}::uuid, ${name}
        WHERE (SELECT count(*) FROM call_hello WHERE call_id = ${callId}::uuid) < ${MOST_HELLOS}`;
      return kept > 0;
    },
  };
}

/** How long the sections took, by the JSON of a stored live state; nothing where it does not say. */
export function timesOf(stored: unknown): SectionTimes {
  const times = typeof stored === 'object' && stored !== null && 'times' in stored ? stored.times : undefined;
  return sectionTimesSchema.safeParse(times).data ?? NO_TIMES;
}
