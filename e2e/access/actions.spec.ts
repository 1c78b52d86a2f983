import { expect } from '@playwright/test';
import { actions, type ActionRow } from './actions.ts';
import { builtActions, callAction, isDone, postAction, type ActionOutcome } from './call-action.ts';
import { databaseMark } from './database-mark.ts';
import { test, type House } from './house.ts';
import { eachRole, type Role } from './roles.ts';
import { everyRole } from './walk.ts';
import { serverActions } from './what-exists.ts';
import type { World } from './world.ts';

const SAYS = { y: 'done', '-': 'refused' } as const;

test('every server action has a row, and every row an action', () => {
  expect([...new Set(actions.map(({ action }) => action))].toSorted()).toEqual(serverActions().toSorted());
});

test('the build has no action that no file has', () => {
  expect([...builtActions().keys()].filter((name) => !serverActions().includes(name))).toEqual([]);
});

function markOf(outcome: ActionOutcome): string {
  if (outcome.type === 'failed') return `failed with ${outcome.status}`;
  return isDone(outcome) ? 'y' : '-';
}

interface Asked {
  readonly world: World;
  readonly role: Role;
}

/** What came of an act that is allowed. */
async function doneBy(house: House, row: ActionRow, { world, role }: Asked): Promise<string> {
  // Arguments and cookies may be made by writing something.
  const args = await row.args(world);
  const cookie = await (row.cookie?.(world, role) ?? world.cookie(role));
  const before = await databaseMark();
  const mark = markOf(await callAction(house.url, { action: row.action, args, slug: world.slug, cookie }));
  const wrote = JSON.stringify(await databaseMark()) !== JSON.stringify(before);
  return mark === 'y' && row.reads !== true && !wrote ? 'done, but nothing is written' : mark;
}

/** What came of an act that is refused: nothing may be written by it. */
async function refusedTo(house: House, row: ActionRow, { world, role }: Asked): Promise<string> {
  const call = { action: row.action, args: await row.args(world), slug: world.slug, cookie: await world.cookie(role) };
  const before = await databaseMark();
  const mark = markOf(await callAction(house.url, call));
  expect.soft(await databaseMark(), `${role}: what was refused has written nothing`).toEqual(before);
  return mark;
}

for (const row of actions) {
  const openness = row.openness ?? 'closed';
  const what = `${row.does} (${openness})`;
  test(`to ${what}`, async ({ house }) => {
    const refusing = await house.world(openness);
    const own = row.marks.includes('y') && row.once !== true ? await house.freshWorld(openness) : null;
    const got = new Map<Role, string>();
    // One after the other: what is written is looked at around each.
    for (const { role, mark } of eachRole(what, row.marks)) {
      const answer =
        mark === 'y'
          ? doneBy(house, row, { world: own ?? (await house.freshWorld(openness)), role })
          : refusedTo(house, row, { world: refusing, role });
      got.set(role, await answer);
    }
    await everyRole({ what, marks: row.marks, says: SAYS }, (role) => Promise.resolve(got.get(role) ?? ''));
  });
}

test('no action is taken from a page of another site', async ({ house }) => {
  const world = await house.freshWorld('closed');
  const cookie = await world.cookie('host');
  for (const row of actions.filter(({ marks }) => marks.includes('y'))) {
    const args = await row.args(world);
    const before = await databaseMark();
    for (const origin of ['https://evil.example', 'null']) {
      const { status, headers } = await postAction(house.url, {
        action: row.action,
        args,
        slug: world.slug,
        cookie,
        origin,
      });
      expect.soft(status, `${row.does}, from ${origin}`).toBeGreaterThanOrEqual(400);
      expect.soft(headers.get('set-cookie')).toBeNull();
    }
    expect.soft(await databaseMark(), row.does).toEqual(before);
  }
});

// What the types promise nobody promises who sends a request.
const WRONG: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 42],
  ['an object', { contains: '', not: 'x' }],
  ['a list', [['x']]],
  ['a long text', 'x'.repeat(20_000)],
  ['a NUL', 'a\0b'],
  ['half a character', '\uD83D'],
];

/** The form with something else in one field: a text, or, for whatever is none, a file. */
function withField(form: FormData, field: string, wrong: unknown): FormData {
  const changed = new FormData();
  for (const [name, value] of form) if (name !== field) changed.append(name, value);
  changed.append(field, typeof wrong === 'string' ? wrong : new Blob(['x']));
  return changed;
}

/** Every argument, and every field of a form, one after the other something else. */
function* wrongArguments(args: readonly unknown[]): Generator<readonly [string, readonly unknown[]]> {
  yield ['no argument', []];
  for (const [index, right] of args.entries()) {
    yield [`a list with argument ${index} in it`, args.with(index, [right])];
    for (const [what, wrong] of WRONG) {
      yield [`${what} for argument ${index}`, args.with(index, wrong)];
      if (!(right instanceof FormData) || (typeof wrong !== 'string' && wrong !== null)) continue;
      for (const name of new Set(right.keys()))
        yield [`${what} for ${name}`, args.with(index, withField(right, name, wrong))];
    }
  }
}

const firstRows = [...Map.groupBy(actions, ({ action }) => action).values()].flatMap((rows) => rows.slice(0, 1));
for (const row of firstRows)
  test(`${row.action} answers wrong arguments with no fault`, async ({ house }) => {
    const world = await house.freshWorld('closed');
    const cookie = await world.cookie(row.action.endsWith('#nameGuestAction') ? 'write link' : 'host');
    for (const [what, args] of wrongArguments(await row.args(world))) {
      const { status } = await postAction(house.url, { action: row.action, args, slug: world.slug, cookie });
      expect.soft(status, what).toBeLessThan(500);
    }
  });
