import { messages } from '#lib/messages/en.ts';

/** Until the slides are there. */
export function Opening() {
  return <div role="status" aria-label={messages.live.loading} className="skeleton m-4 flex-1" />;
}
