import { createTransport, type Transporter } from 'nodemailer';
import { Refusal } from '#lib/errors.ts';
import { environment } from '#server/environment.ts';
import { log } from '#server/log.ts';

/** A mail of plain text to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

let transport: Transporter | undefined;

/** Whether mails can be sent: SMTP_URL says where to. Without it nothing offers any. */
export function mailConfigured(): boolean {
  return environment().mail !== null;
}

function transportTo(url: string): Transporter {
  transport ??= createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A mail is only words of ours: nothing is ever read from a disk or fetched for one.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return transport;
}

/** Hands a mail to the server of SMTP_URL. Refuses, in a sentence, when it does not take it; the log says why. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { mail } = environment();
  if (mail === null) throw new Refusal('unavailable', 'No mails are sent from here.');
  try {
    await transportTo(mail.url).sendMail({
      from: mail.from,
      // As an object, so that no part of it is read as another address.
      to: { name: '', address: to },
      subject: subject.replaceAll(/[\r\n]+/g, ' '),
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    log.error('A mail could not be sent.', { error });
    throw new Refusal('unavailable', 'The mail could not be sent. Try again later, or tell whoever runs this site.');
  }
}
