import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { addresses } from '#lib/addresses.ts';
import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { ADDRESS_HEADER } from '#server/http/client-address.ts';
import { log } from '#server/log.ts';
import { authHooks } from './auth-hooks.ts';
import { cookieName, isBehindTls } from './cookies.ts';
import { openSession } from './open-session.ts';
import { providerConfigs } from './providers/providers.ts';
import { instanceSecret } from './secret.ts';

/** The library's names of its cookies, and ours. `useSecureCookies` would put `__Secure-` before them, which says less. */
function cookies() {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: isBehindTls() } as const;
  return {
    session_token: { name: cookieName('plenum.session'), attributes },
    session_data: { name: cookieName('plenum.session-data'), attributes },
    account_data: { name: cookieName('plenum.account-data'), attributes },
    dont_remember: { name: cookieName('plenum.once'), attributes },
    state: { name: cookieName('plenum.state'), attributes },
  };
}

function build(secret: string) {
  const { publicUrl, passwords } = environment();
  return betterAuth({
    appName: 'Plenum',
    secret,
    basePath: '/api/auth',
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    // Without PUBLIC_URL the app is reached under whatever name the browser used: that one, and no other, may post.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return publicUrl === null && typeof host === 'string' ? [`http://${host}`, `https://${host}`] : [];
    },
    database: prismaAdapter(database(), { provider: 'postgresql' }),
    user: { modelName: 'authUser' },
    databaseHooks: authHooks,
    session: { modelName: 'authSession', expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    // No provider is trusted by name: an account is linked when both sides have verified the same address, else never, and what
    // changes at the provider afterwards changes nothing here.
    account: { modelName: 'authAccount', updateAccountOnSignIn: false },
    // One-time tokens and the state of a way through a provider are kept as hashes.
    verification: { modelName: 'authVerification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: passwords,
      // Accounts are made by the set-up link, the command line, invitations and providers, never by a stranger's form.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    plugins: [openSession, genericOAuth({ config: providerConfigs() })],
    onAPIError: { errorURL: addresses.signIn() },
    // `server/limits` counts for all processes; this would count sixty people behind one router as one.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookies: cookies(),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
    },
    telemetry: { enabled: false },
    // Its messages alone: what comes with them may hold somebody's address.
    logger: { level: 'error', log: (_level, message) => log.warn('accounts', { reason: message }) },
  });
}

/** Accounts and sessions, as better-auth keeps them. */
export type Auth = ReturnType<typeof build>;

let opened: Promise<Auth> | undefined;

/** The one instance of this process, made at first use because its secret may live in the database. */
export function auth(): Promise<Auth> {
  opened ??= instanceSecret().then(build);
  return opened;
}
