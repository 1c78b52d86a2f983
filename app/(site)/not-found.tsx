import type { Metadata } from 'next';
import { NothingOrDeleted, nothingTitle } from '#app/nothing-or-deleted.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: await nothingTitle() };
}

/** Within the frame of the site; the one at the root brings the frame along. */
export default function SiteNotFound() {
  return <NothingOrDeleted />;
}
