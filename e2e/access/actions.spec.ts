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

async function call(
  house: House,
  row: ActionRow,
  { world, role }: { world: World; role: Role },
): Promise<ActionOutcome> {
  const { action, args, cookie = (in_: World, as: Role) => in_.cookie(as) } = row;
  return callAction(house.url, {
    action,
    args: await args(world),
    slug: world.slug,
    cookie: await cookie(world, role),
  });
}

function markOf(outcome: ActionOutcome): string {
  if (outcome.type === 'failed') return `failed with ${outcome.status}`;
  return isDone(outcome) ? 'y' : '-';
}

/** The row with its arguments and cookie, which may be made by writing something. */
async function made(row: ActionRow, { world, role }: { world: World; role: Role }): Promise<ActionRow> {
  const args = await row.args(world);
  const cookie = await (row.cookie ?? ((_, as) => world.cookie(as)))(world, role);
  return { ...row, args: () => args, cookie: async () => cookie };
}

/** Asks somebody who must be refused, in a world that all rows share; nothing may be written by it. */
async function askRefused(house: House, row: ActionRow, at: { world: World; role: Role }): Promise<string> {
  const asked = await made(row, at);
  const before = await databaseMark();
  const mark = markOf(await call(house, asked, at));
  expect.soft(await databaseMark(), `${at.role}: what was refused has written nothing`).toEqual(before);
  return mark;
}

/** Asks somebody who may, in a world of the row's own; something must be written by it. */
async function askAllowed(house: House, row: ActionRow, at: { world: World; role: Role }): Promise<string> {
  const asked = await made(row, at);
  const before = await databaseMark();
  const outcome = await call(house, asked, at);
  if (!isDone(outcome)) return `${markOf(outcome)} ${JSON.stringify(outcome)}`;
  const wrote = JSON.stringify(await databaseMark()) !== JSON.stringify(before);
  return row.reads === true || wrote ? 'y' : 'done, but nothing is written';
}

for (const row of actions) {
  const what = row.openness === undefined ? row.does : `${row.does} (${row.openness})`;
  test(`to ${what}`, async ({ house }) => {
    const rolesOf = (wanted: string) =>
      eachRole(what, row.marks).flatMap(({ role, mark }) => (mark === wanted ? [role] : []));
    const fresh = () => house.freshWorld(row.openness ?? 'closed');
    const got = new Map<Role, string>();
    const refusing = await house.world(row.openness ?? 'closed');
    for (const role of rolesOf('-')) got.set(role, await askRefused(house, row, { world: refusing, role }));
    const shared = row.once === true ? null : await fresh();
    for (const role of rolesOf('y'))
      got.set(role, await askAllowed(house, row, { world: shared ?? (await fresh()), role }));
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
