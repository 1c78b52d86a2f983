function lines(...all: readonly string[]): string {
  return `${all.join('\n\n')}\n`;
}

const HELLO = (name: string) => `Hello ${name},`;
const IGNORE = 'If this was not you, you need not do anything: without the link nothing happens.';

/** Words of the mails that Plenum sends. They are plain text. */
export const mail = {
  signInLink: {
    subject: 'Your link to sign in',
    text: ({ name, url }: { readonly name: string; readonly url: string }) =>
      lines(
        HELLO(name),
        'with this link you sign in to Plenum. It works once, within the next 15 minutes:',
        url,
        IGNORE,
      ),
  },
  reset: {
    subject: 'Choose a new password',
    text: ({ name, url }: { readonly name: string; readonly url: string }) =>
      lines(
        HELLO(name),
        'with this link you choose a new password for Plenum. It works once, within the next hour:',
        url,
        IGNORE,
      ),
  },
  invitation: {
    subject: (seriesName: string) => `You are invited to ${seriesName}`,
    text: (said: {
      readonly name: string;
      readonly seriesName: string;
      readonly invitedBy: string | null;
      readonly url: string;
    }) =>
      lines(
        HELLO(said.name),
        said.invitedBy === null
          ? `you are invited to write with the others in ${said.seriesName}. This link lets you in:`
          : `${said.invitedBy} invites you to write with the others in ${said.seriesName}. This link lets you in:`,
        said.url,
        'It is for you alone. If you do not know what this is about, you need not do anything.',
      ),
  },
} as const;
