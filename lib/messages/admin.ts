const times = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Words of the pages for admins. */
export const admin = {
  title: 'Administration',
  open: 'Administration',
  lead: 'People and series of this instance. An admin runs the instance, and is no member of a series by that.',
  people: {
    title: 'People',
    search: 'Find people by name, handle or address',
    find: 'Find',
    none: 'Nobody is called that.',
    more: 'There are more: find them by name.',
    kinds: { account: 'account', guest: 'guest', named: 'named only' },
    admin: 'admin',
    disabled: 'disabled',
    series: (count: number) => times(count, 'series', 'series'),
  },
  series: {
    title: 'Series',
    none: 'There is no series yet.',
    hosts: (names: readonly string[]) => (names.length === 0 ? 'no host' : `host ${names.join(', ')}`),
    counts: (members: number, calls: number) =>
      `${times(members, 'member', 'members')}, ${times(calls, 'call', 'calls')}`,
    give: 'Give it to …',
    giveLabel: (name: string) => `Who becomes host of ${name}`,
  },
  log: 'Log of this instance',
  tokens: 'API tokens of the instance',
  person: {
    back: 'Administration',
    member: 'Member of',
    noSeries: 'Member of no series.',
    acts: 'What you can do',
    makeAdmin: 'Make an admin',
    takeAdmin: 'Take the admin’s rights',
    signInLink: 'Make a one-time link to sign in',
    signInLinkText:
      'Good for a day, once. Give it to them in person or by a way that you trust; it is shown this once.',
    copy: 'Copy the link',
    disable: 'Disable …',
    disableTitle: (name: string) => `Disable ${name}?`,
    disableText:
      'They are out at once and cannot sign in until you enable them. What they wrote stays, under their name.',
    disableYes: 'Disable',
    enable: 'Enable again',
    remove: 'Delete …',
    removeTitle: (name: string) => `Delete ${name}?`,
    removeText:
      'Name, handle, address, sign-in and memberships go, for good. What they wrote stays, under the name “Former member”; records of past calls keep the names that stand in them.',
    removeConfirm: (name: string) => `Type ${name} to confirm`,
    removeMismatch: (name: string) => `Type ${name}, exactly as it stands here.`,
    removeYes: 'Delete for good',
    keep: 'Cancel',
    onlyHost: (series: readonly string[]) =>
      `Only host of ${series.join(', ')}: hand that over before you delete them.`,
    ends: 'Would stop when they are disabled',
    stays: 'Would go on, because it belongs to a series or to the instance',
    sessions: (count: number) => times(count, 'session', 'sessions'),
    sectionLink: (name: string) => `link to a section: ${name}`,
    link: (name: string) => `link: ${name}`,
    invitation: (name: string) => `invitation: ${name}`,
    token: (name: string) => `API token: ${name}`,
    nothing: 'nothing',
    you: 'This is you. Change your own account on your profile.',
  },
} as const;
