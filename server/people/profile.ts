import type { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import type { ProfileView } from '#lib/people/people-views.ts';
import type { profileFormSchema } from '#lib/people/profile-form.ts';
import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { sameText } from '#server/accounts/claims.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';

/** Whoever has a name here. Refuses everybody else. */
export function requirePerson({ person }: Visitor): VisitorPerson {
  if (person === null) throw new Refusal('sign-in-first', 'Sign in to see what is yours.');
  return person;
}

/** What somebody sees of themselves. */
export async function profileOf(visitor: Visitor): Promise<ProfileView> {
  const { id, signedIn } = requirePerson(visitor);
  const person = await database().person.findUniqueOrThrow({
    where: { id },
    include: {
      memberships: {
        where: { series: { deletedAt: null } },
        include: { series: true },
        orderBy: { series: { name: 'asc' } },
      },
    },
  });
  const { name, hue, handle, email, admin, memberships } = person;
  return {
    id,
    name,
    hue,
    handle,
    email,
    signedIn,
    admin,
    series: memberships.map(({ role, series }) => ({
      name: series.name,
      address: addresses.series(series.slug),
      role,
    })),
  };
}

/** Changes what somebody says of themselves. A handle that another account has is refused: it is how people are found. */
export async function changeProfile(visitor: Visitor, form: z.infer<typeof profileFormSchema>): Promise<void> {
  const { id, signedIn } = requirePerson(visitor);
  // A guest proves nothing: a handle would let them be taken for somebody.
  const handle = signedIn ? form.handle : null;
  await database().$transaction(async (tx) => {
    if (handle !== null) {
      const taken = await tx.person.count({
        where: { handle: sameText(handle), id: { not: id }, authUserId: { not: null } },
      });
      if (taken > 0) throw new Refusal('conflict', 'Somebody else here has this handle already.');
    }
    const { authUserId } = await tx.person.update({ where: { id }, data: { name: form.name, hue: form.hue, handle } });
    if (authUserId !== null) await tx.authUser.update({ where: { id: authUserId }, data: { name: form.name } });
  });
  // Names stand beside cursors: open sockets come back with the new one.
  bus().publish('access.changed', { personId: id });
}
