/** Copies of a series in a git repository, and git as the source of an import: every refusal is a sentence or two that say what to do. */
export const mirror = {
  title: 'Git mirror',
  lead: 'Every sealed record becomes a commit in a git repository of yours: Markdown with its pictures beside it, so that a clone can be read without Plenum.',
  readers: {
    public: 'Everybody may read the records of this series.',
    link: 'Records of this series are for people with a link. Whoever can read the repository reads them too.',
    members: 'Records of this series are for its members. Whoever can read the repository reads them too.',
  },
  stays: 'What is in the repository stays there: deleting a call here takes nothing out of it.',
  state: {
    title: 'State',
    upToDate: 'Up to date',
    waiting: (count: number) => (count === 1 ? '1 record waits' : `${count} records wait`),
    off: 'Off',
    stopped: 'Stopped',
    failing: 'Not working',
    what: 'State',
    repository: 'Repository',
    branch: 'Branch',
    records: 'Records in it',
    commit: 'Last commit',
    never: 'none yet',
    next: 'Next try',
    tryAgain: 'Try again',
    turnOff: 'Turn off',
    turnOffTitle: 'Turn the mirror off?',
    turnOffText: 'New records no longer go there. The repository stays as it is, and you can turn it on again.',
    turnOn: 'Turn on again',
    keep: 'Keep it on',
    goOn: 'Go on from what is there',
    goOnTitle: 'Go on from what the repository has now?',
    goOnText:
      'Records that its history lacks are written on top of it, as new commits. Nothing of it is changed or overwritten.',
    notNow: 'Not now',
  },
  key: {
    title: 'Deploy key',
    text: 'Add this key to the repository, with the right to write. Its private part stays on this server, encrypted.',
    copy: 'Copy the key',
    server: 'Key of the server',
    serverText:
      'It showed this key the first time and must show it ever after. Compare it with what the server publishes.',
    forget: 'Forget it',
    forgetTitle: 'Forget the server’s key?',
    forgetText:
      'The next key that the server shows is trusted. Do this only when whoever runs it says that it was changed.',
    keep: 'Keep it',
  },
  form: {
    title: 'Repository',
    where: 'Where is it?',
    choices: [
      {
        value: 'remote',
        title: 'Elsewhere',
        text: 'A repository on a forge or server, by https with a token or by ssh with a deploy key.',
      },
      {
        value: 'folder',
        title: 'On this server',
        text: 'A folder that whoever runs this Plenum can read, serve or copy.',
      },
    ],
    address: 'Address',
    addressHint:
      'Like https://git.example.org/team/calls.git, or git@git.example.org:team/calls.git for a deploy key, which Plenum then makes.',
    token: 'Token',
    tokenHint:
      'For https: one that may write into this repository and nothing else. It is kept encrypted and never shown again.',
    tokenKept: 'A token is kept. Leave this empty to keep it; another address needs a new one.',
    branch: 'Branch',
    save: 'Save',
    saved: 'Saved',
  },
  problems: {
    address: 'Enter the address of the repository.',
    branch: 'Use letters, digits, hyphens and dots for the branch, like main.',
    token: 'A token is one word of at most 500 characters.',
    where: 'Choose where it is.',
  },
  none: 'This series has no mirror.',
  taken:
    'Another series is mirrored into this repository and branch already. Choose another one: their records would lie among each other.',
  folderFailed: 'No folder could be made for it. Whoever runs this Plenum looks at MIRRORS_DIR.',
  thisServer: 'This server',
  busy: 'Others wrote into the repository all the while. It is tried again soon.',
  failed: 'Something went wrong on this server. It is tried again; if it stays, whoever runs it finds more in its log.',
  secretLost:
    'The secret of this Plenum has changed: the token or key for the repository cannot be read. Set it up again.',
  diverged:
    'The repository no longer has the last commit that Plenum made: its history was changed, or it is another repository. Plenum overwrites nothing. Bring that history back, or let Plenum go on from what is there now.',
  git: {
    missing: 'This server has no git. Whoever runs it installs git, then this works.',
    tooOld: (version: string) =>
      `This server has git ${version}; 2.37 or newer is needed, so that an address that was checked stays the one that is asked.`,
    noSsh: 'This server has no ssh client. Whoever runs it installs one, or use an address that begins with https://.',
    noAddress:
      'That is no address of a repository: it would be like https://git.example.org/team/calls.git or git@git.example.org:team/calls.git.',
    scheme: 'Repositories are reached by https:// and ssh:// only.',
    credentials: 'Leave name and password out of the address: a token has a field of its own.',
    notAllowed: (host: string, port: number) =>
      `Plenum does not ask ${host} at port ${port}: it is no public server, or none at a port that repositories have. Whoever runs this Plenum can allow it with FETCH_ALLOW.`,
    noPath:
      'A folder of this server can be imported from its command line only. Give the repository’s address instead.',
    notThere: (host: string) => `${host} has no repository at this address, or does not show it. Check the address.`,
    denied: (host: string) =>
      `${host} did not let Plenum in. Check that the token or the deploy key is known there and may write.`,
    unreachable: (host: string) => `${host} could not be reached. Check the address, or try again later.`,
    unknownHost: (host: string) => `There is no server called ${host}. Check the address.`,
    certificate: (host: string) => `${host} could not prove who it is: its certificate is not valid.`,
    redirected: (host: string) => `${host} sends on to another address. Enter the address that it leads to.`,
    slow: (host: string) => `${host} took too long. Try again later.`,
    tooLarge: (megabytes: number) => `The repository is larger than ${megabytes} MB, more than Plenum takes.`,
    tooManyFiles: (most: number) => `The repository has more than ${most} files. Bring a part of it as a zip.`,
    hostKey: (host: string) =>
      `${host} showed another key than before, so nothing was sent. Ask whoever runs it whether the key was changed; then forget the old one below.`,
    empty: 'The repository is empty: nothing was committed in it yet.',
    noBranch: 'The repository has no such branch.',
    refused: (host: string, why: string) => `${host} refused the commit: “${why}”`,
    broken: (why: string) => `Git could not do it: “${why}”`,
    stopped: 'It was stopped.',
  },
} as const;
