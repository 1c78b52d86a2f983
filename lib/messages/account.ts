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
