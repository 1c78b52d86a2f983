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

for (const row of actions) {
  const what = row.openness === undefined ? row.does : `${row.does} (${row.openness})`;
  test(`to ${what}`, async ({ house }) => {
    const openness = row.openness ?? 'closed';
    const marks = eachRole(what, row.marks);
    const refusing = await house.world(openness);
    const done = marks.filter(({ mark }) => mark === 'y').map(({ role }) => role);
    const shared = done.length === 0 || row.once === true ? null : await house.freshWorld(openness);
    const got = new Map<Role, string>();
    const refused = marks.filter(({ mark }) => mark === '-').map(({ role }) => role);
    const before = await databaseMark();
    for (const role of refused) got.set(role, markOf(await call(house, row, { world: refusing, role })));
    expect.soft(await databaseMark(), 'what was refused has written nothing').toEqual(before);
    for (const role of done) {
      const world = shared ?? (await house.freshWorld(openness));
      // Arguments and cookies may be made by writing something.
      const [args, cookie] = [await row.args(world), await (row.cookie ?? ((_, as) => world.cookie(as)))(world, role)];
      const at = await databaseMark();
      const outcome = await call(house, { ...row, args: () => args, cookie: async () => cookie }, { world, role });
      const wrote = JSON.stringify(await databaseMark()) !== JSON.stringify(at);
      got.set(
        role,
        markOf(outcome) === 'y' && row.reads !== true && !wrote ? 'done, but nothing is written' : markOf(outcome),
      );
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
