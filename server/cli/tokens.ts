import { addresses } from '#lib/addresses.ts';
import { scopeSchema, tokenFormSchema } from '#lib/api/scopes.ts';
import { Refusal } from '#lib/errors.ts';
import { createApiToken, listApiTokens, revokeApiToken, type TokenOwner } from '#server/api-tokens/manage-tokens.ts';
import { database } from '#server/database/client.ts';

/** Whose tokens the shell means: a series', by its address, or without one the instance's. */
async function ownerOf(slug: string | undefined): Promise<TokenOwner> {
  if (slug === undefined) return { seriesId: null, personId: null };
  const series = await database().series.findUnique({ where: { slug } });
  if (series === null) throw new Refusal('not-found', `There is no series at ${addresses.series(slug)}.`);
  return { seriesId: series.id, personId: null };
}

interface TokenOptions {
  readonly series?: string | undefined;
  readonly name?: string | undefined;
  readonly scopes?: string | undefined;
  readonly days?: string | undefined;
}

/** Makes an API token; gives it, this once. */
export async function tokenFromShell({ series, name, scopes = 'read', days }: TokenOptions): Promise<string> {
  const form = tokenFormSchema.safeParse({ name, scopes: scopes.split(','), days });
  if (!form.success)
    throw new Refusal(
      'invalid',
      `Say a name and what it may do: token --name N [--series SLUG] [--scopes ${scopeSchema.options.join(',')}] [--days 90].`,
    );
  return createApiToken(await ownerOf(series), form.data);
}

/** The API tokens of a series or of the instance, one JSON object a line. */
export async function tokenLines(series: string | undefined): Promise<readonly string[]> {
  return (await listApiTokens(await ownerOf(series))).map((token) => JSON.stringify(token));
}

/** Ends an API token, whosever it is. */
export async function revokeFromShell(id: string | undefined): Promise<void> {
  const token = await database()
    .apiToken.findUnique({ where: { id: id ?? '' } })
    .catch(() => null);
  if (token === null) throw new Refusal('not-found', 'There is no such token: `plenum tokens` lists them.');
  await revokeApiToken({ seriesId: token.seriesId, personId: null }, token.id);
}
