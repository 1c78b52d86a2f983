type Details = Readonly<Record<string, string | number | boolean | null>>;

const it = (value: Details[string] | undefined): string => String(value ?? 'somebody');

/** What each act says of the one who did it, with names in place of ids. */
const ACTS: Readonly<Record<string, (details: Details) => string>> = {
  'account.create': ({ admin }) => (admin === true ? 'got the first account, an admin’s' : 'got an account'),
  'account.reset': () => 'made a link for a new password',
  'account.link': () => 'made a one-time link to sign in',
  'account.delete': ({ person }) => `deleted the account of ${it(person)}`,
  'account.disable': ({ person }) => `disabled ${it(person)}`,
  'account.enable': ({ person }) => `enabled ${it(person)} again`,
  'account.admin': ({ person, admin }) =>
    admin === true ? `made ${it(person)} an admin` : `took the admin’s rights from ${it(person)}`,
  'account.password': () => 'chose a new password',
  'call.delete': ({ address }) => `deleted the call of ${it(address)}`,
  'call.end': () => 'ended a call: its record was frozen',
  'call.import': () => 'brought in a call',
  'call.plan': ({ address }) => `planned the call of ${it(address)}`,
  'call.remove': ({ address }) => `removed the call of ${it(address)} for good, after 30 days in the bin`,
  'call.restore': ({ address }) => `brought back the call of ${it(address)}`,
  'call.resume': () => 'resumed a call: its unsealed record was taken back',
  'call.start': () => 'started a call',
  'deck.letIn': ({ person }) => `let ${it(person)} into a deck again`,
  'deck.lock': () => 'locked a deck',
  'deck.name': ({ name }) => `kept a moment of a deck as “${it(name)}”`,
  'deck.putOut': ({ person }) => `put ${it(person)} out of a deck`,
  'deck.replace': () => 'replaced a deck’s text through the API',
  'deck.restore': ({ about }) => (about === null ? 'restored a whole deck' : `restored “${it(about)}” in a deck`),
  'deck.undo': ({ about }) => `took back what ${it(about)} wrote in a deck`,
  'deck.unlock': () => 'unlocked a deck',
  'guest.create': () => 'came as a guest',
  'invitation.accept': ({ role }) => `accepted an invitation as ${it(role)}`,
  'invitation.create': ({ name, role, many }) =>
    many === true ? `made a link “${it(name)}” for many to join as ${it(role)}` : `invited ${it(name)} as ${it(role)}`,
  'invitation.revoke': () => 'ended an invitation',
  'link.create': ({ name, grant }) => `made the link “${it(name)}” (${it(grant)})`,
  'link.revoke': () => 'ended a link',
  'membership.create': ({ role }) => `became ${it(role)}`,
  'membership.remove': ({ person, role }) => `took ${it(person)} out of the members (was ${it(role)})`,
  'membership.role': ({ person, role }) => `made ${it(person)} ${it(role)}`,
  'person.claim': ({ named }) => `is the person who was named ${it(named)}`,
  'record.seal': () => 'sealed a record',
  'series.access': ({ readDecks, readLive, readRecords, write }) =>
    readDecks === undefined
      ? `set who may write: ${it(write)}`
      : `set who may read and write: decks ${it(readDecks)}, live ${it(readLive)}, records ${it(readRecords)}; writing ${it(write)}`,
  'series.create': ({ name }) => `made the series ${it(name)}`,
  'series.delete': ({ name }) => `deleted the series ${it(name)}`,
  'series.handOver': ({ to }) => `handed the series over to ${it(to)}`,
  'series.remove': ({ name }) => `removed the series ${it(name)} for good, after 30 days in the bin`,
  'series.restore': ({ name }) => `brought back the series ${it(name)}`,
  'series.template': () => 'set the template',
  'ticket.create': ({ name, grant }) => `made a ticket for ${it(name)} to ${it(grant)}`,
  'token.create': ({ name, scopes }) => `made the API token “${it(name)}” (${it(scopes)})`,
  'token.revoke': ({ name }) => `ended the API token “${it(name)}”`,
};

/** One line of the log, after the name of who did it. What has no words yet is said by its own name. */
export function sayAct({ act, details }: { readonly act: string; readonly details: Details }): string {
  const say = ACTS[act];
  return say === undefined ? act.replace('.', ': ') : say(details);
}
