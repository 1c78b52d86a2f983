import type { Metadata } from 'next';
import Link from 'next/link';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { AuditLog } from '#components/people/audit-log.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { instanceLog } from '#server/people/admin.ts';

export const metadata: Metadata = { title: messages.people.audit.title };

export default async function InstanceLogPage({ searchParams }: RouteProps) {
  const { before } = await searchParams;
  const page = await openPage({ path: addresses.adminLog() }, instanceLog(await currentVisitor(), before));
  return (
    <AuditLog
      above={
        <Link href={addresses.admin()} className="underline-offset-4 hover:underline">
          ‹ {messages.admin.open}
        </Link>
      }
      page={page}
      timeZone="UTC"
      ofMany
      newest={addresses.adminLog()}
      older={page.before === null ? null : addresses.adminLog(page.before)}
    />
  );
}
