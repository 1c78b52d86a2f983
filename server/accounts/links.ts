import { Refusal } from '#lib/errors.ts';
import { addresses } from '#lib/addresses.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { authorize } from './authorize.ts';
import { newToken, tokenHash } from './tokens.ts';

/** A link as its series' hosts see it; the token itself is shown once, when it is made. */
export interface LinkView {
  readonly id: string;
  readonly name: string;
  readonly grant: 'read' | 'write';
  readonly createdAt: string;
}

/** Makes a link inside another act's transaction; gives its token. */
export async function insertLink(
  tx: Transaction,
  link: {
    readonly seriesId: string;
    readonly grant: 'read' | 'write';
    readonly name: string;
    readonly personId: string | null;
  },
): Promise<string> {
  const { personId, ...rest } = link;
  const token = newToken();
  const { id } = await tx.link.create({ data: { ...rest, tokenHash: tokenHash(token), createdById: personId } });
  await audit(tx, {
    act: 'link.create',
    personId,
    seriesId: link.seriesId,
    details: { link: id, grant: link.grant, name: link.name },
  });
  return token;
}

async function hostedSeries(visitor: Visitor, slug: string) {
  const series = await database().series.findUnique({ where: { slug } });
  if (series === null) throw new Refusal('not-found', 'There is nothing here, or it is not open to you.');
  const asker = await authorize(visitor, 'series.manage', series);
  return { series, personId: asker.personId };
}

/** Makes a named link to a series; gives its address as a path. Hosts only. */
export async function createLink(
  visitor: Visitor,
  slug: string,
  link: { readonly grant: 'read' | 'write'; readonly name: string },
): Promise<string> {
  const { series, personId } = await hostedSeries(visitor, slug);
  return addresses.link(
    await database().$transaction((tx) => insertLink(tx, { ...link, seriesId: series.id, personId })),
  );
}

/** The links of a series that count. Hosts only. */
export async function listLinks(visitor: Visitor, slug: string): Promise<readonly LinkView[]> {
  const { series } = await hostedSeries(visitor, slug);
  const links = await database().link.findMany({
    where: { seriesId: series.id, revokedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return links.map(({ id, name, grant, createdAt }) => ({ id, name, grant, createdAt: createdAt.toISOString() }));
}

/** Ends a link. Hosts only. Gives its id for the rooms, which close what it had opened. */
export async function revokeLink(visitor: Visitor, slug: string, linkId: string): Promise<{ readonly linkId: string }> {
  const { series, personId } = await hostedSeries(visitor, slug);
  await database().$transaction(async (tx) => {
    await tx.link.updateMany({
      where: { id: linkId, seriesId: series.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await audit(tx, { act: 'link.revoke', personId, seriesId: series.id, details: { link: linkId } });
  });
  return { linkId };
}

/** What a link leads to: its id for the cookie, and the page of its series. Null when it does not count (any more). */
export async function openLink(token: string): Promise<{ readonly linkId: string; readonly next: string } | null> {
  const link = await database().link.findUnique({ where: { tokenHash: tokenHash(token) }, include: { series: true } });
  if (link === null || link.revokedAt !== null || (link.expiresAt !== null && link.expiresAt.getTime() <= Date.now()))
    return null;
  return { linkId: link.id, next: addresses.series(link.series.slug) };
}
