import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { together } from './set-together.ts';

/** A provider that speaks OpenID Connect. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button says. */
  readonly name: string;
}

/** GitHub, or a GitHub Enterprise of one's own. */
export interface GitHubSettings {
  /** Without a slash at the end, like `apiUrl`. */
  readonly url: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Where mails go out, and from whom. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** How people sign in here. Null is what is not set up. */
export interface SignInSettings {
  readonly openId: OpenIdSettings | null;
  readonly gitHub: GitHubSettings | null;
  readonly mail: MailSettings | null;
  /** Whether people may sign in with a password. */
  readonly passwords: boolean;
  /** Who may make an account with a provider: who is invited or named already, or anyone whom it knows. */
  readonly signUp: 'invited' | 'anyone';
}

const GITHUB = 'https://github.com';
const webAddress = z.url({ protocol: /^https?$/ });

/** The part of the environment's schema that is about signing in. */
export const signInShape = {
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  GITHUB_URL: webAddress.default(GITHUB),
  PASSWORDS: z.enum(['on', 'off']).default('on'),
  SIGN_UP: z.enum(['invited', 'anyone']).default('invited'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*\S+@\S+$/)
    .max(320)
    .optional(),
} as const;

/** What is said of a value that will not do. */
export const SIGN_IN_SAYS: Readonly<Record<string, string>> = {
  OIDC_ISSUER: 'OIDC_ISSUER must be an address such as https://id.example.org/realms/main',
  OIDC_NAME: 'OIDC_NAME must have 1 to 60 characters',
  GITHUB_URL: 'GITHUB_URL must be an address such as https://github.example.org',
  PASSWORDS: 'PASSWORDS must be on or off',
  SIGN_UP: 'SIGN_UP must be invited or anyone',
  SMTP_URL: 'SMTP_URL must be an address such as smtps://user:password@mail.example.org',
  MAIL_FROM: 'MAIL_FROM must be an address such as plenum@example.org or "Plenum" <plenum@example.org>',
};

type Values = z.infer<z.ZodObject<typeof signInShape>>;

function openIdOf(values: Values): OpenIdSettings | null {
  const all = together(values, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  if (all === null) return null;
  return {
    issuer: all.OIDC_ISSUER,
    clientId: all.OIDC_CLIENT_ID,
    clientSecret: all.OIDC_CLIENT_SECRET,
    name: values.OIDC_NAME ?? new URL(all.OIDC_ISSUER).host,
  };
}

function gitHubOf(values: Values): GitHubSettings | null {
  const all = together(values, ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET']);
  if (all === null) return null;
  const url = values.GITHUB_URL.replace(/\/+$/, '');
  return {
    url,
    apiUrl: url === GITHUB ? 'https://api.github.com' : `${url}/api/v3`,
    clientId: all.GITHUB_CLIENT_ID,
    clientSecret: all.GITHUB_CLIENT_SECRET,
  };
}

/** How people sign in, from the environment's values. Refuses half of what belongs together, and a door without any key. */
export function signInSettings(values: Values): SignInSettings {
  const sent = together(values, ['SMTP_URL', 'MAIL_FROM']);
  const openId = openIdOf(values);
  const gitHub = gitHubOf(values);
  const passwords = values.PASSWORDS === 'on';
  if (!passwords && openId === null && gitHub === null && sent === null)
    throw new Refusal(
      'invalid',
      'PASSWORDS is off, but there is no other way to sign in: set OIDC_ISSUER, GITHUB_CLIENT_ID or SMTP_URL with what belongs to it.',
    );
  return {
    openId,
    gitHub,
    mail: sent === null ? null : { url: sent.SMTP_URL, from: sent.MAIL_FROM },
    passwords,
    signUp: values.SIGN_UP,
  };
}
