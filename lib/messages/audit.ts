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
  'asset.replace': ({ from, to, decks }) => `replaced the picture “${it(from)}” by “${it(to)}” in ${it(decks)} decks`,
  'asset.replaceBack': ({ from, to }) => `took back that “${it(from)}” was replaced by “${it(to)}”`,
  'call.delete': ({ address }) => `deleted the call of ${it(address)}`,
  'call.end': ({ outcome }) =>
    outcome === undefined ? 'ended a call: its record was frozen' : 'closed a call at its closing time',
  'call.gatherAgain': () => 'asked once more for pictures that a record lacks',
  'call.import': () => 'brought in a call',
  'call.notHeld': () => 'marked a call as not held at its closing time',
  'call.plan': ({ address }) => `planned the call of ${it(address)}`,
  'call.remove': ({ address }) => `removed the call of ${it(address)} for good, after 30 days in the bin`,
  'call.reopen': () => 'took back that a call was not held',
  'call.restore': ({ address }) => `brought back the call of ${it(address)}`,
  'call.resume': () => 'resumed a call: its unsealed record was taken back',
  'call.slot': ({ minutes }) =>
    minutes === null ? 'no longer said how long a call may take' : `said that a call may take ${it(minutes)} minutes`,
  'call.start': () => 'started a call',
  'correction.begin': ({ section }) => `began to correct “${it(section)}” of a record`,
  'correction.withdraw': ({ section }) => `withdrew the correction of “${it(section)}”`,
  'call.undoImport': ({ address }) => `took back the call of ${it(address)} with the import that had made it`,
  'deck.letIn': ({ person }) => `let ${it(person)} into a deck again`,
  'deck.lock': () => 'locked a deck',
  'deck.name': ({ name }) => `kept a moment of a deck as “${it(name)}”`,
  'deck.putOut': ({ person }) => `put ${it(person)} out of a deck`,
  'deck.replace': () => 'replaced a deck’s text through the API',
  'deck.restore': ({ about }) => (about === null ? 'restored a whole deck' : `restored “${it(about)}” in a deck`),
  'deck.undo': ({ about }) => `took back what ${it(about)} wrote in a deck`,
  'deck.unlock': () => 'unlocked a deck',
  'guest.create': () => 'came as a guest',
  'hello.remove': () => 'took a name out of a record',
  'invitation.accept': ({ role }) => `accepted an invitation as ${it(role)}`,
  'invitation.create': ({ name, role, many }) =>
    many === true ? `made a link “${it(name)}” for many to join as ${it(role)}` : `invited ${it(name)} as ${it(role)}`,
  'invitation.revoke': () => 'ended an invitation',
  'link.create': ({ name, grant }) => `made the link “${it(name)}” (${it(grant)})`,
  'link.revoke': () => 'ended a link',
  'membership.create': ({ role }) => `became ${it(role)}`,
  'membership.remove': ({ person, role }) => `took ${it(person)} out of the members (was ${it(role)})`,
  'membership.role': ({ person, role }) => `made ${it(person)} ${it(role)}`,
  'mirror.forgetKey': ({ address }) => `forgot the key of the server of the git mirror ${it(address)}`,
  'mirror.goOn': ({ address }) => `let the git mirror ${it(address)} go on from another history`,
  'mirror.off': ({ address }) => `turned the git mirror ${it(address)} off`,
  'mirror.on': ({ address }) => `turned the git mirror ${it(address)} on again`,
  'mirror.set': ({ address }) => `set up the git mirror ${it(address)}`,
  'mirror.trust': ({ key }) => `met the server of the git mirror for the first time; its key is ${it(key)}`,
  'mirror.try': ({ address }) => `tried the git mirror ${it(address)} again`,
  'person.claim': ({ named }) => `is the person who was named ${it(named)}`,
  'picture.keepCopy': ({ address }) => `kept a copy of the picture ${it(address)}`,
  'record.correct': ({ number, sections }) => `published edition ${it(number)} of a record: ${it(sections)} corrected`,
  'record.correctDate': ({ from, to }) => `corrected the date of an imported record from ${it(from)} to ${it(to)}`,
  'record.correctTeam': ({ section }) => `corrected whose “${it(section)}” is in an imported record`,
  'record.correctTitle': ({ from, to }) =>
    `corrected the title of an imported record from “${it(from)}” to “${it(to)}”`,
  'record.seal': () => 'sealed a record',
  'series.access': ({ readDecks, readLive, readRecords, write }) =>
    readDecks === undefined
      ? `set who may write: ${it(write)}`
      : `set who may read and write: decks ${it(readDecks)}, live ${it(readLive)}, records ${it(readRecords)}; writing ${it(write)}`,
  'series.create': ({ name }) => `made the series ${it(name)}`,
  'series.delete': ({ name }) => `deleted the series ${it(name)}`,
  'series.foreignPictures': ({ show }) =>
    show === true ? 'let pictures from other servers be shown' : 'let only kept pictures be shown',
  'series.handOver': ({ to }) => `handed the series over to ${it(to)}`,
  'series.offers': ({ offers }) =>
    offers === true
      ? 'let a section’s reporter be offered to present'
      : 'left it to the presenter who presents a section',
  'series.remove': ({ name }) => `removed the series ${it(name)} for good, after 30 days in the bin`,
  'series.restore': ({ name }) => `brought back the series ${it(name)}`,
  'series.template': () => 'set the template',
  'series.undoImport': ({ name }) => `took back the series ${it(name)} with the import that had made it`,
  'series.unused': ({ count }) =>
    count === 1
      ? 'removed a picture that nothing had named for 30 days'
      : `removed ${it(count)} pictures that nothing had named for 30 days`,
  'ticket.create': ({ name, grant }) => `made a ticket for ${it(name)} to ${it(grant)}`,
  'token.create': ({ name, scopes }) => `made the API token “${it(name)}” (${it(scopes)})`,
  'token.revoke': ({ name }) => `ended the API token “${it(name)}”`,
  'webhook.keep': ({ host }) => `said that messages of records go to ${it(host)}`,
  'webhook.remove': () => 'ended the webhook',
  'webhook.secret': () => 'made a new secret for the webhook',
};

/** One line of the log, after the name of who did it. What has no words yet is said by its own name. */
export function sayAct({ act, details }: { readonly act: string; readonly details: Details }): string {
  const say = ACTS[act];
  return say === undefined ? act.replace('.', ': ') : say(details);
}
