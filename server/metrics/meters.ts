import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, type Meter } from './meter.ts';

const COMMIT_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const NANOSECONDS = 1e9;

/** What this process counts of its own work, wherever that is done. */
export const meters = {
  commits: new Histogram({ name: 'plenum_commit_seconds', help: 'Time of one append to the log.' }, COMMIT_BOUNDS),
  failedCommits: new Counter({ name: 'plenum_failed_commits_total', help: 'Appends to the log that failed.' }),
  received: new Counter({ name: 'plenum_received_bytes_total', help: 'Bytes of frames from clients.' }),
  sent: new Counter({ name: 'plenum_sent_bytes_total', help: 'Bytes of frames to clients.' }),
  refusals: new Counter({ name: 'plenum_refusals_total', help: 'Connections that the server closed.' }, 'code'),
  snapshots: new Counter({ name: 'plenum_snapshots_total', help: 'Snapshots of decks that were kept.' }),
  loads: new Counter({ name: 'plenum_room_loads_total', help: 'Decks that were loaded into a room.' }),
} as const;

/** What the rooms and sockets of this process hold at this moment. */
export interface Figures {
  readonly rooms: number;
  readonly members: number;
  readonly unsavedRooms: number;
  readonly degradedRooms: number;
  readonly backlogBytes: number;
  readonly sockets: number;
}

/** Everything that is measured, as the text that Prometheus reads. */
export function openMetrics(figures: () => Figures): () => string {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const all: readonly Meter[] = [
    gauge('plenum_rooms', 'Decks in memory.', () => figures().rooms),
    gauge('plenum_members', 'Connections in rooms.', () => figures().members),
    gauge('plenum_sockets', 'Open sockets.', () => figures().sockets),
    gauge('plenum_unsaved_rooms', 'Decks with edits that are not yet in the log.', () => figures().unsavedRooms),
    gauge('plenum_degraded_rooms', 'Decks that cannot be written just now.', () => figures().degradedRooms),
    gauge('plenum_backlog_bytes', 'Bytes of edits that wait for the log.', () => figures().backlogBytes),
    ...Object.values(meters),
    gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss()),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed),
    gauge('process_cpu_seconds_total', 'Processor time.', () => cpuSeconds()),
    gauge(
      'nodejs_eventloop_lag_p50_seconds',
      'Half of the waits of the event loop.',
      () => delay.percentile(50) / NANOSECONDS,
    ),
    gauge(
      'nodejs_eventloop_lag_p99_seconds',
      'Nearly all waits of the event loop.',
      () => delay.percentile(99) / NANOSECONDS,
    ),
    gauge(
      'nodejs_eventloop_lag_max_seconds',
      'Longest wait of the event loop since the last reading.',
      () => delay.max / NANOSECONDS,
    ),
  ];
  return () => {
    const text = `${all.flatMap((meter) => meter.lines()).join('\n')}\n`;
    delay.reset();
    return text;
  };
}

function gauge(name: string, help: string, read: () => number): Meter {
  return new Gauge({ name, help }, read);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
