import path from 'node:path';
import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { S3_SAYS, s3Settings, s3Shape, type S3Settings } from './s3-settings.ts';
import { allowedServersSchema } from './fetch/allowed-servers.ts';
import { SIGN_IN_SAYS, signInSettings, signInShape, type SignInSettings } from './sign-in-settings.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const footerLink = z
  .string()
  .trim()
  .regex(/^(?:https?:\/\/[^\s/]|mailto:\S|\/(?!\/))\S*$/)
  .optional();

/** Plenum's own addresses begin at the root: it cannot live under a path. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash, username } = new URL(address);
  return `${pathname}${search}${hash}${username}` === '/';
}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().trim().min(1).default('0.0.0.0'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin)
    .optional(),
  DATA_DIR: z.string().trim().min(1).default('data'),
  MIRRORS_DIR: z.string().trim().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  AUTH_SECRET: z.string().min(32).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  HISTORY_DAYS: z.coerce.number().int().min(1).max(36_500).default(30),
  FETCH_ALLOW: allowedServersSchema,
  CHROMIUM: z.string().trim().min(1).optional(),
  IMPRINT_URL: footerLink,
  PRIVACY_URL: footerLink,
  ...s3Shape,
  ...signInShape,
});

const SAYS: Readonly<Record<string, string>> = {
  PORT: 'PORT must be a number from 0 to 65535',
  PUBLIC_URL: 'PUBLIC_URL must be an address such as https://plenum.example.org, with nothing after the name and port',
  DATABASE_URL: 'DATABASE_URL must begin with postgres:// or postgresql://',
  REDIS_URL: 'REDIS_URL must begin with redis:// or rediss://',
  TRUST_PROXY: 'TRUST_PROXY must be 1 or 0',
  AUTH_SECRET: 'AUTH_SECRET must have at least 32 characters',
  METRICS_TOKEN: 'METRICS_TOKEN must have at least 16 characters',
  HISTORY_DAYS: 'HISTORY_DAYS must be a whole number of days, 1 at least',
  FETCH_ALLOW: 'FETCH_ALLOW must be a list such as wiki.example:443,10.0.0.7:8080',
  IMPRINT_URL: 'IMPRINT_URL must be an address such as https://example.org/imprint',
  PRIVACY_URL: 'PRIVACY_URL must be an address such as https://example.org/privacy',
  ...S3_SAYS,
  ...SIGN_IN_SAYS,
};

/** The settings of this process, parsed once. */
export interface Environment extends SignInSettings {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Origin without a trailing slash, or null: `originOf` says where Plenum is reached then. */
  readonly publicUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Where git repositories that mirror a series lie, when they lie on this server. Absolute. */
  readonly mirrorsDir: string;
  /** Null for pictures in the folder for data. */
  readonly s3: S3Settings | null;
  /** Null for the embedded server. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly trustProxy: boolean;
  readonly authSecret: string | null;
  /** Lets others than this machine read the metrics. */
  readonly metricsToken: string | null;
  /** For so many days the log says who typed what; what is older is kept as revisions. */
  readonly historyDays: number;
  /** `host:port` of servers from which pictures and repositories may be had although they are not public. */
  readonly fetchAllow: ReadonlySet<string>;
  /** The Chromium that makes PDFs; null for the first in PATH. */
  readonly chromium: string | null;
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
}

const THIS_MACHINE = new Set(['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost']);

/** Where this Plenum is reached: PUBLIC_URL, else this machine by name, else the one address that HOST says. */
export function originOf({ publicUrl, host }: Environment, port: number): string {
  if (publicUrl !== null) return publicUrl;
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${THIS_MACHINE.has(host) ? 'localhost' : name}:${port}`;
}

type Source = Readonly<Record<string, string | undefined>>;

/** Reads the environment; a Refusal names each value that will not do. Empty values count as unset. */
export function readEnvironment(source: Source): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    throw new Refusal(
      'invalid',
      names.map((name) => `${SAYS[name] ?? `${name} has a value that is not allowed`}.`).join(' '),
    );
  }
  return settingsOf(result.data);
}

function settingsOf(value: z.infer<typeof schema>): Environment {
  requireOnePostgres(value);
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL === undefined ? null : new URL(value.PUBLIC_URL).origin,
    ...folders(value),
    s3: s3Settings(value),
    databaseUrl: value.DATABASE_URL ?? null,
    redisUrl: value.REDIS_URL ?? null,
    trustProxy: value.TRUST_PROXY,
    authSecret: value.AUTH_SECRET ?? null,
    metricsToken: value.METRICS_TOKEN ?? null,
    historyDays: value.HISTORY_DAYS,
    fetchAllow: value.FETCH_ALLOW,
    chromium: value.CHROMIUM ?? null,
    imprintUrl: value.IMPRINT_URL ?? null,
    privacyUrl: value.PRIVACY_URL ?? null,
    ...signInSettings(value),
  };
}

function requireOnePostgres({ REDIS_URL, DATABASE_URL }: z.infer<typeof schema>): void {
  if (REDIS_URL !== undefined && DATABASE_URL === undefined) {
    throw new Refusal(
      'invalid',
      'REDIS_URL is set but DATABASE_URL is not: several processes need one Postgres that all of them reach.',
    );
  }
}

function folders({
  DATA_DIR,
  MIRRORS_DIR = path.join(DATA_DIR, 'mirrors'),
}: z.infer<typeof schema>): Pick<Environment, 'dataDir' | 'mirrorsDir'> {
  return { dataDir: path.resolve(DATA_DIR), mirrorsDir: path.resolve(/* turbopackIgnore: true */ MIRRORS_DIR) };
}

/** Where this Plenum is reached, for what leaves it: links in mails, the address that a provider sends people back to. */
export function ownOrigin(): string {
  return originOf(environment(), environment().port);
}

let known: Environment | undefined;

/** The environment of this process, read at first use. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
