import { createGuest, GUEST_COOKIE } from '#server/accounts/guests.ts';
import { makeAccount } from './people.ts';
import type { Role } from './roles.ts';
import type { World } from './world.ts';

/** What they are called. */
export const TEMPORARY = 'Tam Temporary';
const GUESTS: readonly Role[] = ['guest without a link', 'guest by write link'];
const ACCOUNTS: readonly Role[] = ['reader', 'writer', 'host', 'admin', 'member of another series'];

/**
 * Comes as somebody of their own: what one does to oneself must not hit those whom the other rows need. Signing in is such an act: it
 * ends the session that the browser had.
 */
export async function asTemporary({ cookie }: World, role: Role): Promise<string> {
  if (GUESTS.includes(role)) return `${GUEST_COOKIE}=${await createGuest(TEMPORARY)}`;
  return ACCOUNTS.includes(role) ? (await makeAccount(TEMPORARY)).cookie : cookie(role);
}

/** The same, but guests come as themselves: they are refused anyway. */
export async function asTemporaryAccount(world: World, role: Role): Promise<string> {
  return GUESTS.includes(role) ? world.cookie(role) : asTemporary(world, role);
}
