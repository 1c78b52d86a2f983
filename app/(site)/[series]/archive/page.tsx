import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { ArchiveList } from '#components/archive/archive-list.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { archivePage } from '#server/archive/archive-page.ts';

export const metadata: Metadata = { title: messages.archive.title };

export default async function ArchivePage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const archive = await openPage(
    { path: addresses.archive(series), series },
    archivePage(await currentVisitor(), series),
  );
  return <ArchiveList archive={archive} />;
}
