import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { nameGuestAction } from '#app/links/actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { GuestForm } from '#components/links/guest-form.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses, safeNext } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.links.guest.title };

export default async function GuestNamePage({ searchParams }: RouteProps) {
  const { next } = await searchParams;
  const after = safeNext(typeof next === 'string' ? next : null) ?? addresses.home();
  if ((await currentVisitor()).person !== null) return redirect(after);
  return (
    <Page width="narrow">
      <PageTitle title={messages.links.guest.title} />
      <p className="mb-8 text-soft">{messages.links.guest.lead}</p>
      <GuestForm action={nameGuestAction} next={after} signIn={addresses.signIn(after)} />
    </Page>
  );
}
