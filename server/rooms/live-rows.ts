import { liveStateSchema, type LiveState } from '#lib/live/live-state.ts';
import type { database } from '#server/database/client.ts';

/** The live state of calls, as stored. */
export interface LiveRows {
  /** The state of a call that is live, or null while it is not. */
  load(callId: string): Promise<LiveState | null>;
  /** Stores a state over the one with the version `over`; false when another was stored meanwhile or the call ended. */
  save(callId: string, state: LiveState, over: number): Promise<boolean>;
}

type Database = Pick<ReturnType<typeof database>, '$executeRaw' | 'call'>;

/** Live state on Postgres. */
export function postgresLiveRows(open: () => Database): LiveRows {
  return {
    async load(callId) {
      const call = await open().call.findUnique({ where: { id: callId }, include: { live: true } });
      if (call?.state !== 'live') return null;
      if (call.live === null) return firstState(call.startedAt);
      const parsed = liveStateSchema.safeParse(call.live.state);
      // A state that cannot be read is worth less than the call: it goes on from its first slide.
      const state = parsed.success ? parsed.data : firstState(call.startedAt);
      return { ...state, version: call.live.version };
    },
    async save(callId, state, over) {
      const json = JSON.stringify(state);
      const saved = await open().$executeRaw`
        INSERT INTO live_state (call_id, version, state)
        SELECT id, ${state.version}, ${json}::jsonb FROM call WHERE id = ${callId}::uuid AND state = 'live'
        ON CONFLICT (call_id) DO UPDATE SET version = excluded.version, state = excluded.state, changed_at = now()
        WHERE live_state.version = ${over}`;
      return saved > 0;
    },
  };
}

/** The state with which a call begins. */
function firstState(startedAt: Date | null): LiveState {
  return {
    version: 1,
    startedAt: (startedAt ?? new Date()).toISOString(),
    presenter: null,
    position: null,
    blank: false,
  };
}
