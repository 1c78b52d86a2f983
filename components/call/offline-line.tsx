'use client';

import { useOnline } from '#components/connection/use-online.ts';
import { messages } from '#lib/messages/en.ts';

/** Says that a page goes on waiting while the browser has no network. Nothing while it has. */
export function OfflineLine() {
  const online = useOnline();
  return (
    <p role="status" className="text-14 font-semibold">
      {online ? null : messages.audience.waiting.offline}
    </p>
  );
}
