import { mail as words } from '#lib/messages/mail.ts';
import { ownOrigin } from '#server/environment.ts';
import { sendMail } from './send-mail.ts';

/** Whom a mail with a link goes to. `path` is an address of ours. */
interface LinkMail {
  readonly to: string;
  readonly name: string;
  readonly path: string;
}

/** Sends a one-time link to sign in. Refuses when the mail server does not take it, like all here. */
export async function sendSignInLink({ to, name, path }: LinkMail): Promise<void> {
  const text = words.signInLink.text({ name, url: `${ownOrigin()}${path}` });
  await sendMail({ to, subject: words.signInLink.subject, text });
}

/** Sends a one-time link to choose a new password. */
export async function sendReset({ to, name, path }: LinkMail): Promise<void> {
  const text = words.reset.text({ name, url: `${ownOrigin()}${path}` });
  await sendMail({ to, subject: words.reset.subject, text });
}

/** Sends an invitation. `url` is its whole address, or its path. */
export async function sendInvitation(invitation: {
  readonly to: string;
  readonly name: string;
  readonly seriesName: string;
  readonly invitedBy: string | null;
  readonly url: string;
}): Promise<void> {
  const { to, name, seriesName, invitedBy } = invitation;
  const url = new URL(invitation.url, ownOrigin()).href;
  const text = words.invitation.text({ name, seriesName, invitedBy, url });
  await sendMail({ to, subject: words.invitation.subject(seriesName), text });
}
