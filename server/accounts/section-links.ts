import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { may } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { askerFor, requireAct } from './authorize.ts';
import { newToken, tokenHash } from './tokens.ts';

/**
 * Makes a link that lets its holder write a section as its reporter, without signing in, until the call ends; gives its path.
 * For hosts, and for whoever reports or deputises the section.
 */
export async function createSectionLink(visitor: Visitor, sectionId: string): Promise<string> {
  const section = await findSection(sectionId);
  if (section === null) throw nothingHere();
  const { deck, reporter } = section;
  const asker = await askerFor(visitor, deck.seriesId, deck.id);
  const own = asker.personId !== null && [section.reporterId, section.deputyId].includes(asker.personId);
  requireAct(asker, own ? 'section.report' : 'section.manage', deck.series);
  // Whoever came by such a link hands on nothing: it is theirs alone, and ends when it is revoked.
  if (asker.link === 'section' && !may({ ...asker, link: null }, 'section.report', deck.series))
    throw new Refusal('not-allowed', 'You came by a link to this section yourself: ask a host for another one.');
  if (reporter === null) throw new Refusal('invalid', 'Say first who reports this section: the link is for them.');
  if (deck.frozenAt !== null) throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
  const token = newToken();
  await database().$transaction(async (tx) => {
    const link = await tx.link.create({
      data: {
        tokenHash: tokenHash(token),
        seriesId: deck.seriesId,
        deckId: deck.id,
        grant: 'write',
        sectionId,
        personId: reporter.id,
        name: `${section.title} · ${reporter.name}`.slice(0, 120),
        createdById: asker.personId,
      },
    });
    await audit(tx, {
      act: 'link.create',
      personId: asker.personId,
      seriesId: deck.seriesId,
      deckId: deck.id,
      details: { link: link.id, grant: 'section', section: sectionId, name: link.name },
    });
  });
  return addresses.link(token);
}

async function findSection(id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return database().section.findUnique({
    where: { id },
    include: { deck: { include: { series: true } }, reporter: true },
  });
}
