import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { changeYoursAction } from '#app/sections/actions.ts';
import { OwnSectionsPage } from '#components/profile/own-sections-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { pastSections } from '#server/people/own-sections.ts';
import { yourSections } from '#server/sections/your-sections.ts';

export const metadata: Metadata = { title: messages.profile.sections.title };

export default async function SectionsPage() {
  const visitor = await currentVisitor();
  const past = await openPage({ path: addresses.ownSections() }, pastSections(visitor));
  return (
    <OwnSectionsPage
      coming={await yourSections(visitor)}
      past={past}
      change={changeYoursAction}
      madeAt={new Date().toISOString()}
    />
  );
}
