import type { SignInProblem } from '#lib/sign-in-problem.ts';

/** Words of set-up, sign-in and new passwords. */
export const account = {
  name: 'Your name',
  nameHint: 'As the others in the call know you.',
  email: 'E-mail',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 10 characters. A few words are easier to remember than signs.',
  show: 'Show what you type',
  hide: 'Hide what you type',
  setup: {
    title: 'Make the first account',
    lead: 'This account runs the instance. The link you followed works once; afterwards people are invited.',
    submit: 'Make the account',
    gone: 'This set-up link is no longer good',
    goneText:
      'Either the first account exists already, or the server was started again since. A fresh link is printed at each start until there is an account.',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Password forgotten? Whoever runs this site can print a link for a new one.',
    forgotByMail: 'Choose a new password',
    withProvider: (name: string) => `Sign in with ${name}`,
    or: 'or',
    byMail: 'Send me a link',
    byMailHint: 'The link is mailed to you and signs you in once, without a password.',
    problems: {
      'not-linked':
        'There is an account with your e-mail address already, but nobody has confirmed yet that the address is yours. Sign in another way this time: by a link that is mailed to you, or one that whoever runs this site prints for you.',
      'not-invited': 'There is no account for you here yet. Ask a host of the series to invite you, then try again.',
      unverified: 'Your provider has not confirmed your e-mail address. Confirm it there first, then try again.',
      'no-email': 'Your provider gave no confirmed e-mail address of yours. Add one there first, then try again.',
      refused:
        'What came back from your provider could not be trusted, so nobody was signed in. Try again; if it stays like this, tell whoever runs this site.',
      expired: 'Signing in took too long, or was begun in another browser. Try again from here.',
      disabled: 'This account cannot sign in any more. Ask whoever runs this site.',
      'too-many': 'There were too many tries to sign in from where you are. Wait a few minutes and try again.',
      provider: 'Your provider did not sign you in. Try again; if it stays like this, tell whoever runs this site.',
    } satisfies Readonly<Record<SignInProblem, string>>,
  },
  mailed: {
    signIn: 'If there is an account with this address, a mail with a link is on its way. It works for 15 minutes.',
    reset: 'If there is an account with this address, a mail with a link is on its way. It works for an hour.',
  },
  forgot: {
    title: 'Choose a new password',
    lead: 'You get a mail with a link to a page where you choose it.',
    submit: 'Send me the link',
    back: 'Back to sign-in',
  },
  signInLink: {
    title: (name: string) => `Sign in as ${name}`,
    lead: 'You followed a link that signs you in once. Press the button to use it.',
    gone: 'This link does not work any more',
    goneText: 'It has been used, or is too old. Ask for a new one.',
  },
  ownPassword: {
    title: 'Password',
    current: 'Your password now',
    change: 'Change the password',
    first: 'Set a password',
    firstLead: 'You have no password yet: you sign in another way.',
    othersEnd: 'Your other browsers are signed out then.',
    done: 'Your new password is kept. Your other browsers are signed out.',
  },
  sessions: {
    title: 'Where you are signed in',
    device: (browser: string | null, system: string | null) =>
      browser === null && system === null
        ? 'An unknown browser'
        : [browser ?? 'A browser', ...(system === null ? [] : [system])].join(' on '),
    current: 'This browser',
    from: (address: string) => `from ${address}`,
    lastUsed: 'last used',
    end: 'Sign out',
    endOf: (device: string) => `Sign out ${device}`,
    endOthers: 'Sign out everywhere else',
    endOthersText: 'Every other browser and device of yours is signed out at once. What was saved stays.',
    keep: 'Leave them',
  },
  reset: {
    title: 'Choose a new password',
    submit: 'Keep this password',
    done: 'Your new password is kept. Sign in with it.',
  },
  signedOut: 'You are signed out.',
  link: {
    gone: 'This link does not work any more',
    goneText: 'It was ended, or the address is not whole. Ask whoever sent it for a new one.',
  },
  problems: {
    email: 'Please give an e-mail address, like ada@example.org.',
    passwordMissing: 'Please give your password.',
  },
} as const;
