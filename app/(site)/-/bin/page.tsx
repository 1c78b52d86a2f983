import type { Metadata } from 'next';
import { binActions } from '#app/bin/bin-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { BinPage } from '#components/bin/bin-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { ownBin } from '#server/bin/bin-pages.ts';

export const metadata: Metadata = { title: messages.bin.title };

/** Deleted series of whoever asks. */
export default async function OwnBinPage() {
  const rows = await openPage({ path: addresses.ownBin() }, ownBin(await currentVisitor()));
  return <BinPage of="own" rows={rows} restore={binActions} />;
}
