import type { Bus } from './bus.ts';
import { ProcessBus } from './process-bus.ts';
import { RedisBus } from './redis-bus.ts';

const NAME = 'plenum';

let open: Bus | undefined;

/** The bus of this process, opened at first use: over Redis when REDIS_URL is set, else inside the process. */
export function bus(): Bus {
  const url = process.env['REDIS_URL'];
  open ??= url === undefined || url === '' ? new ProcessBus(NAME) : new RedisBus(url, NAME);
  return open;
}

/** Closes it, if it was opened. */
export async function closeBus(): Promise<void> {
  await open?.close();
  open = undefined;
}
