import type { Metadata } from 'next';
import {
  deletePersonAction,
  disablePersonAction,
  enablePersonAction,
  setAdminAction,
  signInLinkAction,
} from '#app/admin/actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { AdminPerson } from '#components/admin/admin-person.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { adminPerson } from '#server/people/admin.ts';

export const metadata: Metadata = { title: messages.admin.title };

export default async function AdminPersonPage({ params }: RouteProps<'person'>) {
  const { person } = await params;
  const path = addresses.adminPerson(person);
  const view = await openPage({ path }, adminPerson(await currentVisitor(), person));
  return (
    <AdminPerson
      view={view}
      actions={{
        setAdmin: setAdminAction.bind(null, person),
        disable: disablePersonAction.bind(null, person),
        enable: enablePersonAction.bind(null, person),
        remove: deletePersonAction.bind(null, person),
        signInLink: signInLinkAction.bind(null, person),
      }}
    />
  );
}
