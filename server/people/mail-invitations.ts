import type { MadeInvitation } from '#lib/people/people-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { log } from '#server/log.ts';
import { sendInvitation } from '#server/mail/mails.ts';
import { hostOf } from './host-of.ts';
import { markMailed } from './invite.ts';

interface Mailing {
  readonly series: string;
  readonly made: readonly MadeInvitation[];
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
}

/** Sends invitations that were just made to whoever has an address; gives the ids of those that went out. Hosts only. */
export async function mailInvitations(
  visitor: Visitor,
  { series: slug, made, site }: Mailing,
): Promise<readonly string[]> {
  const { series } = await hostOf(visitor, slug);
  const sent: string[] = [];
  for (const { id, name, email, path } of made) {
    if (email === null) continue;
    try {
      await sendInvitation({
        to: email,
        name,
        seriesName: series.name,
        invitedBy: visitor.person?.name ?? null,
        url: `${site}${path}`,
      });
      await markMailed(id, email);
      sent.push(id);
    } catch (error) {
      log.warn('An invitation could not be sent.', { error });
    }
  }
  return sent;
}
