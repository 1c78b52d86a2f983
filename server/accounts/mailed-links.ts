import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { environment } from '#server/environment.ts';
import { addressOf } from '#server/http/client-address.ts';
import { limit } from '#server/limits/limit.ts';
import { log } from '#server/log.ts';
import { sendReset, sendSignInLink } from '#server/mail/mails.ts';
import { mailConfigured } from '#server/mail/send-mail.ts';
import { resetFor } from './reset.ts';
import { accountOf, signInLinkFor, type KnownAccount } from './sign-in-links.ts';

/**
 * Sends something to an address if it has an account. Nobody waits for that: who asks learns neither from the answer nor from its
 * time whether there is one. Refuses only what was asked for too often.
 */
async function mailTo(email: string, headers: Headers, send: (account: KnownAccount) => Promise<void>): Promise<void> {
  await limit('mail.address', addressOf(headers));
  await limit('mail.account', email);
  const work = async () => {
    const account = await accountOf(email);
    if (account !== null) await send(account);
  };
  work().catch((error: unknown) => log.warn('A link could not be mailed.', { error }));
}

/** Nothing offers a mail then: whoever asks for one does so past our pages. */
function noMails(): Refusal {
  return new Refusal('not-allowed', 'No mails are sent from here.');
}

/** Mails a link to sign in with, if this address has an account. `next` is the path to go on to afterwards. */
export async function mailSignInLink(email: string, headers: Headers, next: string | null): Promise<void> {
  if (!mailConfigured()) throw noMails();
  await mailTo(email, headers, async (account) => {
    const path = await signInLinkFor(account, 'mail');
    const onward = next === null ? '' : `?next=${encodeURIComponent(next)}`;
    await sendSignInLink({ to: account.email, name: account.name, path: `${path}${onward}` });
  });
}

/** Mails a link to choose a new password, if this address has an account. */
export async function mailReset(email: string, headers: Headers): Promise<void> {
  if (!mailConfigured() || !environment().passwords) throw noMails();
  await mailTo(email, headers, async (account) => {
    const path = addresses.resetPassword(await resetFor(account, 'mail'));
    await sendReset({ to: account.email, name: account.name, path });
  });
}
