import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface CaughtMail {
  readonly to: string;
  readonly from: string;
  /** Head and body, with quoted-printable undone. */
  readonly text: string;
}

function plain(raw: string): string {
  return raw
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A real mail server on the loopback address that keeps what it is given. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        let raw = '';
        stream.on('data', (chunk: Buffer) => {
          raw += chunk.toString();
        });
        stream.on('end', () => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          for (const { address } of envelope.rcptTo) this.mails.push({ to: address, from, text: plain(raw) });
          done();
        });
      },
    });
  }

  static async start(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    catcher.#server.listen(0, '127.0.0.1');
    await once(catcher.#server.server, 'listening');
    return catcher;
  }

  /** What a Plenum is told to send its mails here. */
  get env(): Readonly<Record<string, string>> {
    const { port } = this.#server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Plenum <plenum@example.org>' };
  }

  /** Waits for the first mail to somebody that says this, and gives the first path of ours in it. */
  async pathTo(to: string, pattern: RegExp): Promise<string> {
    const until = Date.now() + 15_000;
    while (Date.now() < until) {
      const found = this.mails.filter((mail) => mail.to === to).map(({ text }) => pattern.exec(text)?.[0]);
      const path = found.findLast((match) => match !== undefined);
      if (path !== undefined) return path;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`No mail to ${to} came that says ${String(pattern)}.`);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(resolve);
    });
  }
}
