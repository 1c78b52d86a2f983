import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { ringSessionEnd } from './ring-session-end.ts';
import { instanceSecret } from './secret.ts';

function build(secret: string) {
  const { publicUrl } = environment();
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
    databaseHooks: { session: { delete: { after: ({ userId }) => ringSessionEnd(userId) } } },
    session: { modelName: 'authSession', expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by the set-up link, the command line and invitations, never by a stranger.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    advanced: { cookiePrefix: 'plenum', useSecureCookies: publicUrl?.startsWith('https:') ?? false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
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
