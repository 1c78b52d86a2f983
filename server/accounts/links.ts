import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { linkFormSchema } from '#lib/link-form.ts';
import { addresses } from '#lib/addresses.ts';
import type { Visitor } from '#lib/visitor.ts';
import { isText } from '#lib/text-argument.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { sectionAddress, whereToWrite } from '#server/sections/where-to-write.ts';
import type { Prisma } from '#prisma/client/client.ts';
import { authorize } from './authorize.ts';
import { newToken, tokenHash } from './tokens.ts';

const DAY_MS = 86_400_000;

/** A link as its series' hosts see it; the token itself is shown once, when it is made. */
export interface LinkView {
  readonly id: string;
  readonly name: string;
  /** `section`: to write one section, as its reporter. */
  readonly grant: 'read' | 'write' | 'section';
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** Makes a link inside another act's transaction; gives its token. */
export async function insertLink(
  tx: Transaction,
  link: {
    readonly seriesId: string;
    readonly grant: 'read' | 'write';
    readonly name: string;
    readonly personId: string | null;
    readonly expiresAt?: Date | null;
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
  const series = isText(slug) ? await database().series.findUnique({ where: { slug } }) : null;
  if (series === null) throw new Refusal('not-found', 'There is nothing here, or it is not open to you.');
  const asker = await authorize(visitor, 'series.manage', series);
  return { series, personId: asker.personId };
}

/**
 * Makes a named link to a series; gives its address as a path. Hosts only. A series that only members write is opened to
 * the holders of write links by its first one: that is what making one means.
 */
export async function createLink(visitor: Visitor, slug: string, form: unknown): Promise<string> {
  const { series, personId } = await hostedSeries(visitor, slug);
  const parsed = linkFormSchema.safeParse(form);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues[0]?.message ?? 'Give the link a name.');
  const token = await database().$transaction(async (tx) => {
    if (parsed.data.grant === 'write' && series.write === 'members') {
      await tx.series.update({ where: { id: series.id }, data: { write: 'link' } });
      await audit(tx, { act: 'series.access', personId, seriesId: series.id, details: { write: 'link' } });
    }
    const { grant, name, days } = parsed.data;
    const expiresAt = days === 0 ? null : new Date(Date.now() + days * DAY_MS);
    return insertLink(tx, { grant, name, expiresAt, seriesId: series.id, personId });
  });
  return addresses.link(token);
}

/** The links of a series that count. Hosts only. */
export async function listLinks(visitor: Visitor, slug: string): Promise<readonly LinkView[]> {
  const { series } = await hostedSeries(visitor, slug);
  const links = await database().link.findMany({
    where: {
      seriesId: series.id,
      revokedAt: null,
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        { OR: [{ sectionId: null }, { section: { deck: { frozenAt: null } } }] },
      ],
    },
    orderBy: { createdAt: 'asc' },
  });
  return links.map(({ id, name, grant, sectionId, createdAt, expiresAt }) => ({
    id,
    name,
    grant: sectionId === null ? grant : 'section',
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
}

/** Ends a link. Hosts only. The rooms are rung and close what it had opened. */
export async function revokeLink(visitor: Visitor, slug: string, linkId: string): Promise<void> {
  if (!z.uuid().safeParse(linkId).success) throw new Refusal('not-found', 'There is no such link.');
  const { series, personId } = await hostedSeries(visitor, slug);
  await database().$transaction(async (tx) => {
    await tx.link.updateMany({
      where: { id: linkId, seriesId: series.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await audit(tx, { act: 'link.revoke', personId, seriesId: series.id, details: { link: linkId } });
  });
  bus().publish('access.changed', { seriesId: series.id, linkId });
}

interface OpenedLink {
  readonly linkId: string;
  /** Whoever writes by it gives a name first. */
  readonly asksName: boolean;
  /** Where it leads. */
  readonly next: string;
}

const PARTS = {
  series: true,
  section: { include: { deck: { include: { call: true } } } },
} as const satisfies Prisma.LinkInclude;

type LinkParts = Prisma.LinkGetPayload<{ include: typeof PARTS }>;

/** What a link leads to: its id for the cookie, and where people go by it. Null when it does not count (any more). */
export async function openLink(token: string): Promise<OpenedLink | null> {
  const link = await database().link.findUnique({ where: { tokenHash: tokenHash(token) }, include: PARTS });
  if (link === null || link.revokedAt !== null || (link.expiresAt !== null && link.expiresAt.getTime() <= Date.now()))
    return null;
  // Whoever could read it is told there what happened to it.
  if (link.series.deletedAt !== null)
    return { linkId: link.id, asksName: false, next: addresses.series(link.series.slug) };
  return link.section === null ? openSeriesLink(link) : openSectionLink(link, link.section);
}

async function openSeriesLink({ id, grant, series }: LinkParts): Promise<OpenedLink> {
  const writes = grant === 'write';
  return {
    linkId: id,
    asksName: writes,
    next: writes ? await whereToWrite(series, null) : addresses.series(series.slug),
  };
}

async function openSectionLink(
  { id, series }: LinkParts,
  { id: sectionId, deck }: NonNullable<LinkParts['section']>,
): Promise<OpenedLink | null> {
  if (deck.frozenAt !== null || deck.call === null) return null;
  const place = { series: series.slug, call: deck.call.address };
  const next =
    deck.call.deletedAt === null
      ? await sectionAddress(place, deck, sectionId)
      : addresses.call(place.series, place.call);
  return { linkId: id, asksName: false, next };
}
