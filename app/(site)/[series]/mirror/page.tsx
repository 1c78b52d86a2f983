import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { mirrorActions } from '#app/mirror/mirror-actions.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { MirrorPage } from '#components/mirror/mirror-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { mirrorPage } from '#server/mirror/mirror-page.ts';

export const metadata: Metadata = { title: messages.mirror.title };

/** The git repository that the records of a series go into, for its hosts. */
export default async function SeriesMirrorPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const view = await openPage({ path: addresses.mirror(series), series }, mirrorPage(await currentVisitor(), series));
  return <MirrorPage view={view} actions={mirrorActions(series)} madeAt={new Date().toISOString()} />;
}
