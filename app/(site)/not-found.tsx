import type { Metadata } from 'next';
import { NothingOrDeleted } from '#app/nothing-or-deleted.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.frame.notFound.title };

/** Within the frame of the site; the one at the root brings the frame along. */
export default function SiteNotFound() {
  return <NothingOrDeleted />;
}
