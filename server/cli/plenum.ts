import { parseArgs } from 'node:util';
import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { createFirstAdmin } from '#server/accounts/create-account.ts';
import { grantAdmin } from '#server/accounts/grant-admin.ts';
import { createReset } from '#server/accounts/reset.ts';
import { createSignInLink } from '#server/accounts/sign-in-links.ts';
import { createTicket } from '#server/accounts/tickets.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { originOf, readEnvironment, type Environment } from '#server/environment.ts';
import { explain } from '#server/explain.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { check } from './check.ts';
import { deckLines } from './decks.ts';
import { importFromShell, oldAddressesFromShell, planFromShell, reportLines } from './import.ts';
import { inspectFile } from './inspect.ts';
import { peopleLines } from './people.ts';
import { revokeFromShell, tokenFromShell, tokenLines } from './tokens.ts';

const USAGE = `Usage: npm run -s plenum -- COMMAND

  setup --name N --email E --password P      make the first account
  import PATH… --series NAME --as auto|record|planned [--read members|link|public] [--repair]
         [--git] [--fetch] [--old-server ADDRESS] [--alias-map FILE] [--dry-run]
                                             bring in decks, minutes and pictures from files, folders, zip archives and git
                                             repositories; mend doubly encoded characters; fetch pictures that are not there
  old-addresses --series NAME --for nginx|caddy
                                             print where old addresses lead, as configuration of a proxy
  inspect FILE…                              print what files mean as decks, one JSON object a file, without a database
  decks                                      list decks, one JSON object a line
  text DECK                                  print a deck's Markdown, from the database alone
  ticket DECK --role writer|reader --name N [--minutes 60]
                                             print a websocket address for another client
  reset EMAIL                                print a one-time link to choose a new password
  link EMAIL                                 print a one-time link that signs in
  admin EMAIL                                make an account an admin's and enable it; without one, make it and print a link
  token --name N [--series SLUG] [--scopes read,people,write,plan,sync] [--days 90]
                                             print an API token of a series, or of the instance
  tokens [--series SLUG]                     list API tokens, one JSON object a line
  revoke TOKEN                               end an API token, by its id
  people                                     list people, one JSON object a line
  check                                      test address, proxy, socket, disk and clock
`;

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  series: { type: 'string' },
  as: { type: 'string' },
  read: { type: 'string' },
  role: { type: 'string' },
  minutes: { type: 'string' },
  scopes: { type: 'string' },
  days: { type: 'string' },
  repair: { type: 'boolean' },
  git: { type: 'boolean' },
  fetch: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'old-server': { type: 'string' },
  'alias-map': { type: 'string' },
  for: { type: 'string' },
} as const;

type Options = typeof options;
type Values = {
  readonly [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? boolean : string;
};

interface Call {
  readonly values: Values;
  readonly rest: readonly string[];
  readonly environment: Environment;
}

type Command = (call: Call) => Promise<void>;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function parse<T>(schema: z.ZodType<T>, value: unknown, says: string): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Refusal('invalid', says);
  return result.data;
}

async function setup({ values }: Call): Promise<void> {
  await createFirstAdmin(values);
  print(`The first account is made: sign in as ${values.email ?? ''}.`);
}

async function reset({ rest, environment }: Call): Promise<void> {
  const email = parse(z.string().min(3), rest[0], 'Say whose password to reset: reset EMAIL.');
  print(`${originOf(environment, environment.port)}${addresses.resetPassword(await createReset(email))}`);
}

async function link({ rest, environment }: Call): Promise<void> {
  const email = parse(z.string().min(3), rest[0], 'Say who is to sign in: link EMAIL.');
  print(`${originOf(environment, environment.port)}${await createSignInLink(email)}`);
}

async function admin({ rest, environment }: Call): Promise<void> {
  const email = parse(z.string().min(3), rest[0], 'Say who is to be an admin: admin EMAIL.');
  const { signInLink } = await grantAdmin(email);
  print(`${email} is an admin.`);
  if (signInLink !== null) print(`${originOf(environment, environment.port)}${signInLink}`);
}

const ticketSchema = z.object({
  role: z.enum(['writer', 'reader']),
  name: z.string().min(1).max(120),
  minutes: z.coerce.number().positive().max(525_600).default(60),
});

async function ticket({ rest, values, environment }: Call): Promise<void> {
  const says = 'Say the deck, the role and a name: ticket DECK --role writer|reader --name N [--minutes 60].';
  const deck = parse(z.string().min(1), rest[0], says);
  const { role, name, minutes } = parse(ticketSchema, values, says);
  const made = await createTicket(deck, { grant: role === 'writer' ? 'write' : 'read', name, minutes });
  print(`${originOf(environment, environment.port).replace(/^http/, 'ws')}${addresses.sync(deck)}?ticket=${made}`);
}

async function bring({ rest, values }: Call): Promise<void> {
  const { 'old-server': oldServer, 'alias-map': aliasMap, 'dry-run': dryRun = false, ...asked } = values;
  const given = { ...asked, paths: rest, oldServer, aliasMap };
  if (dryRun) {
    for (const line of await planFromShell(given)) print(line);
    return;
  }
  const report = await importFromShell(given);
  for (const line of reportLines(report)) print(line);
  if (report.items.some((item) => item.outcome === 'refused')) process.exitCode = 1;
}

async function oldAddresses({ values, environment }: Call): Promise<void> {
  process.stdout.write(await oldAddressesFromShell(values, originOf(environment, environment.port)));
}

async function decks(): Promise<void> {
  for (const line of await deckLines()) print(line);
}

async function people(): Promise<void> {
  for (const line of await peopleLines()) print(line);
}

async function token({ values }: Call): Promise<void> {
  print(await tokenFromShell(values));
}

async function tokens({ values }: Call): Promise<void> {
  for (const line of await tokenLines(values.series)) print(line);
}

async function revoke({ rest }: Call): Promise<void> {
  await revokeFromShell(rest[0]);
}

async function text({ rest }: Call): Promise<void> {
  const deck = parse(z.string().min(1), rest[0], 'Say whose text to print: text DECK.');
  process.stdout.write((await readDeck(deck)).text);
}

/** Says what it can of each file, also when another cannot be read. */
async function inspect({ rest }: Pick<Call, 'rest'>): Promise<void> {
  if (rest.length === 0) throw new Refusal('invalid', 'Say which files to look at: inspect FILE….');
  for (const file of rest) {
    try {
      print(JSON.stringify(await inspectFile(file)));
    } catch (error) {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  }
}

const COMMANDS: Readonly<Record<string, Command>> = {
  setup,
  reset,
  link,
  admin,
  people,
  ticket,
  token,
  tokens,
  revoke,
  import: bring,
  'old-addresses': oldAddresses,
  decks,
  text,
};

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  const [name = '', ...rest] = positionals;
  if (name === 'inspect') return inspect({ rest });
  const environment = readEnvironment(process.env);
  if (name === 'check') return check(environment);
  const command = COMMANDS[name];
  if (command === undefined) throw new Refusal('invalid', USAGE);
  const database = await openDatabase(environment);
  try {
    await command({ values, rest, environment });
  } finally {
    await database.close();
  }
}

try {
  await run();
  process.exit(process.exitCode ?? 0);
} catch (error) {
  const misspelt = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${misspelt ? error.message : explain(error)}\n`);
  process.exit(1);
}
