import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { EverythingExport } from '#components/export/export-page.tsx';
import { messages } from '#lib/messages/en.ts';
import { everythingPage } from '#server/export/export-pages.ts';

export const metadata: Metadata = { title: messages.exports.everything.title };

export default async function EverythingPage() {
  return <EverythingExport view={await everythingPage(await currentVisitor())} />;
}
