import type { Metadata } from 'next';
import { NotOpen } from '#components/frame/nothing-here.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.frame.notAllowed.title };

/** Within the frame of the site; the one at the root brings the frame along. */
export default function SiteForbidden() {
  return <NotOpen />;
}
