import type { Metadata } from 'next';
import { siteOrigin } from '#app/request-frame.ts';
import { ApiDocs } from '#components/tokens/api-docs.tsx';
import { messages } from '#lib/messages/en.ts';
import { apiLines } from '#server/api/api-lines.ts';

export const metadata: Metadata = { title: messages.api.title };

export default async function ApiPage() {
  return <ApiDocs operations={apiLines()} site={await siteOrigin()} />;
}
