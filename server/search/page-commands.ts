import { addresses, parseCallAddress } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Place } from '#lib/search/palette-view.ts';
import type { CallMay, SeriesReference } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { signInAddress } from '#server/accounts/ways-to-sign-in.ts';
import { callMay, findCall } from '#server/calls/find-call.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';

const words = messages.search.palette.commands;

type Command = readonly [boolean, string, string];

/** What the palette offers to do on the page at this path: with its call, its series, and anywhere. */
export async function pageCommands(visitor: Visitor, at: string): Promise<readonly Place[]> {
  const [, slug = '', address = ''] = at.split(/[/?#]/);
  const date = parseCallAddress(address)?.call ?? null;
  const [call, series] = await Promise.all([
    date === null
      ? []
      : allowed(findCall(visitor, slug, date, 'call.read').then((found) => callCommands(found.call, callMay(found)))),
    slug === '' || slug === '-'
      ? []
      : allowed(
          findSeries(visitor, slug, 'series.read').then((found) =>
            seriesCommands(seriesReference(found.series, found.asker)),
          ),
        ),
  ]);
  return [...call, ...series, ...commands('', siteCommands(visitor))];
}

/** What is not there, or not open, has no commands. */
async function allowed(found: Promise<readonly Place[]>): Promise<readonly Place[]> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function commands(detail: string, all: readonly Command[]): readonly Place[] {
  return all.flatMap(([may, title, address]) =>
    may ? [{ kind: 'command', title, detail, address, hue: null } as const] : [],
  );
}

function callCommands(
  {
    series: { slug },
    address,
    title,
    state,
  }: {
    readonly series: { readonly slug: string };
    readonly address: string;
    readonly title: string;
    readonly state: string;
  },
  may: CallMay,
): readonly Place[] {
  const isOver = state === 'ended';
  return commands(title, [
    [may.present, words.present, addresses.present(slug, address)],
    [state === 'live' && may.readLive, words.follow, addresses.live(slug, address)],
    [may.readDeck && !isOver, words.deck, addresses.deck(slug, address)],
    [!isOver, words.board, addresses.call(slug, address)],
    [isOver && may.readRecord, words.record, addresses.call(slug, address)],
    [may.history, words.history, addresses.history(slug, address)],
  ]);
}

function seriesCommands({ slug, name, role, may }: SeriesReference): readonly Place[] {
  return commands(name, [
    [true, words.series, addresses.series(slug)],
    [may.plan, words.plan, addresses.series(slug)],
    [may.readRecords, words.archive, addresses.archive(slug)],
    [may.readRecords, words.searchSeries, addresses.search({ series: slug })],
    [true, words.teams, addresses.teams(slug)],
    [role !== null, words.people, addresses.people(slug)],
    [role !== null, words.pictures, addresses.pictures(slug)],
    [may.manage, words.template, addresses.template(slug)],
    [may.importDecks, words.import, addresses.import(slug)],
  ]);
}

function siteCommands({ person }: Visitor): readonly Command[] {
  const signedIn = person?.signedIn === true;
  return [
    [true, words.home, addresses.home()],
    [true, words.search, addresses.search()],
    [signedIn, words.ownSections, addresses.ownSections()],
    [signedIn, words.newSeries, addresses.newSeries()],
    [signedIn, words.import, addresses.import()],
    [signedIn, words.profile, addresses.profile()],
    [person?.admin === true, words.admin, addresses.admin()],
    [!signedIn, words.signIn, signInAddress()],
  ];
}
