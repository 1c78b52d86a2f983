import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { NothingHere } from '#components/frame/nothing-here.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.frame.notFound.title };

/** Within the frame of the site; the one at the root brings the frame along. */
export default async function SiteNotFound() {
  const { person } = await currentVisitor();
  return <NothingHere signedIn={person?.signedIn ?? false} />;
}
