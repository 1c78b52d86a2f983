import 'server-only';
import { cache } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { addresses } from '#lib/addresses.ts';
import type { LiveView } from '#lib/views.ts';
import { livePage } from '#server/calls/live-page.ts';

/** What the audience of a call sees, read once a request. */
export const loadLive = cache(async (series: string, call: string): Promise<LiveView> =>
  openPage({ path: addresses.live(series, call), series, call }, livePage(await currentVisitor(), series, call)),
);
