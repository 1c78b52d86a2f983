import { expect, vi } from 'vitest';
import { placeOf, moveTo } from '#components/live/live-place.ts';
import { chance, oneOf, type Chance } from '#e2e/harness/chance.ts';
import { idOf } from '#e2e/harness/sync-server.ts';
import { lookForSlide, type FoundSlide } from '#lib/deck/anchor.ts';
import { firstLiveState, type LiveRequest, type LiveState } from '#lib/live/live-state.ts';
import { isHost, isJoined, mayPresent, NAMES, openBatonCall, type BatonScene, type Seat } from './baton-scene.ts';
import { editText, type Desk } from './text-edits.ts';

const WAIT = { timeout: 15_000, interval: 2 };
const NOT_LIVE = firstLiveState('');
const SLOWLY = { timeout: 15_000, interval: 20 };

/**
 * People write, ask, give, take, lay down and move at random, at two processes, also those who may not, and connections break. After
 * each burst all see what is stored, on a slide that is there; alone, every request does to the baton what the rules say and no more.
 */
export async function expectOneBaton(seed: number, steps: number, redisUrl: string): Promise<void> {
  const pick = chance(seed);
  const slides = Array.from({ length: 10 }, (_, index) => `# Team t${index}t\n\nwords`);
  const scene = await openBatonCall(slides.join('\n\n---\n\n'), redisUrl);
  const desk: Desk = { clip: '', last: slides.length, damage: [], seen: true };
  try {
    for (let step = 0; step < steps;) {
      const where = `seed ${seed}, step ${step}`;
      step += await oneOf(pick, [alone, alone, together, burst])({ scene, pick, desk, where });
      await Promise.all(scene.seats.map(untilHeard));
      await expectAgreement(scene, where);
      if (pick(8) === 0) await expectLateJoinerAgrees(scene, pick, where);
    }
  } finally {
    await scene.close();
  }
}

interface Step {
  readonly scene: BatonScene;
  readonly pick: Chance;
  readonly desk: Desk;
  readonly where: string;
}

/** Several people do something at the same moment; how many steps that were. */
function burst({ scene, pick, desk }: Step): number {
  const count = 1 + pick(12);
  for (let each = 0; each < count; each += 1) {
    const seat = anyOf(scene.seats, pick);
    const drawn = pick(12);
    if (drawn === 0) seat.page.connection.reconnect();
    else if (drawn < 5 && mayPresent(seat.name)) editText(seat.page, desk, pick, '');
    else seat.page.connection.request(requestOf(seat, pick));
  }
  return count;
}

/** One request while nothing else happens: who presents afterwards, and where the stage stands, follows from the rules. */
async function alone({ scene, pick, where }: Step): Promise<number> {
  const seat = anyOf(scene.seats, pick);
  const { live, liveRefusal } = seat.page.connection;
  const before = stored(scene);
  const refusal = liveRefusal.getSnapshot();
  const request = requestOf(seat, pick);
  seat.page.connection.request(request);
  const answered = () => liveRefusal.getSnapshot() !== refusal || live.getSnapshot()?.version !== before.version;
  await vi.waitUntil(answered, WAIT);
  await expectAgreement(scene, where);
  const after = stored(scene);
  const step = `${where}: ${seat.name} asks ${JSON.stringify(request)}`;
  expect({ step, presenter: after.presenter?.personId ?? null }).toEqual({
    step,
    presenter: presenterAfter(before, seat, request),
  });
  const moves = request.type === 'move' && mayPresent(seat.name) && holds(before, seat);
  if (!moves) expect({ step, anchor: after.position?.anchor }).toEqual({ step, anchor: before.position?.anchor });
  return 1;
}

/** All who may present ask for the baton at the same moment, at both processes: nobody's wish is lost to that of another. */
async function together({ scene, where }: Step): Promise<number> {
  const asking = scene.seats.filter(({ name }) => mayPresent(name));
  for (const { page } of asking) page.connection.request({ type: 'ask', wanted: true });
  await Promise.all(asking.map(untilHeard));
  await expectAgreement(scene, where);
  const { presenter, requests } = stored(scene);
  const waiting = asking.map(({ personId }) => personId).filter((personId) => personId !== presenter?.personId);
  const asked = requests.map(({ personId }) => personId).toSorted();
  expect({ where, asked }).toEqual({ where, asked: waiting.toSorted() });
  return asking.length;
}

interface Asked {
  readonly now: string | null;
  readonly seat: Seat;
  /** Nobody else has it. */
  readonly own: boolean;
  readonly request: LiveRequest;
}

/** The rules of the baton, told once more: who holds it after somebody who may present asked for something. */
const RULES: Readonly<Partial<Record<LiveRequest['type'], (asked: Asked) => string | null>>> = {
  move: ({ now, seat, own }) => (own ? seat.personId : now),
  blank: ({ now, seat, own }) => (own ? seat.personId : now),
  present: ({ now, seat, own }) => (own || isHost(seat.name) ? seat.personId : now),
  give: ({ now, seat, request }) => {
    const receiver = request.type === 'give' ? request.personId : '';
    const receives = NAMES.some((name) => mayPresent(name) && idOf(name) === receiver);
    return receives && (now === seat.personId || isHost(seat.name)) ? receiver : now;
  },
  release: ({ now, seat }) => (now === seat.personId ? null : now),
};

function presenterAfter(before: LiveState, seat: Seat, request: LiveRequest): string | null {
  const now = before.presenter?.personId ?? null;
  const rule = mayPresent(seat.name) ? RULES[request.type] : undefined;
  return rule === undefined ? now : rule({ now, seat, own: holds(before, seat), request });
}

function holds({ presenter }: LiveState, { personId }: Seat): boolean {
  return presenter === null || presenter.personId === personId;
}

function requestOf(seat: Seat, pick: Chance): LiveRequest {
  const makers = [
    () => moveOf(seat, pick),
    () => moveOf(seat, pick),
    () => moveOf(seat, pick),
    () => ({ type: 'present' }),
    () => ({ type: 'ask', wanted: pick(2) === 0 }),
    () => ({ type: 'give', personId: idOf(oneOf(pick, NAMES)) }),
    () => ({ type: 'give', personId: idOf(oneOf(pick, NAMES)) }),
    () => ({ type: 'release' }),
    () => ({ type: 'blank', blank: pick(2) === 0 }),
    () => ({ type: 'pause', paused: pick(2) === 0 }),
    () => ({ type: 'answer', accept: pick(2) === 0 }),
  ] as const satisfies readonly (() => LiveRequest)[];
  return oneOf<() => LiveRequest>(pick, makers)();
}

function moveOf({ page: { connection, models } }: Seat, pick: Chance): LiveRequest {
  const model = models.refresh();
  const slide = pick(model.slides.length);
  return moveTo(placeOf(connection.doc, model, { slide, fragment: pick(3) - 1, generated: null }));
}

/** Whoever is answered was heard with everything that they asked before: requests are taken in turn. */
async function untilHeard({ page: { connection } }: Seat): Promise<void> {
  const { liveRefusal, status } = connection;
  const before = liveRefusal.getSnapshot();
  await vi.waitUntil(() => {
    // Nothing was offered to anybody, so that this is refused to all. What is sent on a connection that breaks is sent again.
    if (status.getSnapshot().type === 'live') connection.request({ type: 'answer', accept: true });
    return liveRefusal.getSnapshot() !== before;
  }, SLOWLY);
}

/** Everybody has the same text and sees what is stored, on a slide whose separator is there. */
async function expectAgreement(scene: BatonScene, where: string): Promise<void> {
  await vi.waitUntil(() => scene.seats.every((seat) => agrees(scene, seat)), WAIT).catch(() => undefined);
  const shown = scene.seats.map(seen);
  const [first] = shown;
  const presenting = scene.seats.filter(({ page }) => page.course.getSnapshot().role === 'presenting').length;
  expect({ where, shown, presenting }).toEqual({
    where,
    shown: shown.map(() => ({ ...first, ...told(stored(scene)), by: 'anchor' })),
    presenting: stored(scene).presenter === null ? 0 : 1,
  });
}

async function expectLateJoinerAgrees(scene: BatonScene, pick: Chance, where: string): Promise<void> {
  const late = scene.join('Eli', pick(2));
  try {
    await vi.waitUntil(() => isJoined(late), WAIT);
    await vi.waitUntil(() => agrees(scene, late) && scene.seats.every((seat) => agrees(scene, seat)), WAIT);
    const first = scene.seats[0];
    expect({ where, late: seen(late) }).toEqual({ where, late: first === undefined ? null : seen(first) });
  } finally {
    scene.leave(late);
  }
}

function agrees(scene: BatonScene, seat: Seat): boolean {
  const first = scene.seats[0];
  const { live, status } = seat.page.connection;
  const [own, newest] = [live.getSnapshot(), stored(scene)];
  const { by, text } = seen(seat);
  const joined = own !== null && status.getSnapshot().type === 'live';
  const same = first !== undefined && text === first.page.connection.text.toString();
  if (!joined || !same || by !== 'anchor') return false;
  // Those who only follow are not told what does not concern them.
  if (mayPresent(seat.name)) return own.version === newest.version;
  return JSON.stringify(told(own)) === JSON.stringify(told(newest));
}

/** What of a state everybody is told. */
function told({ presenter, position, blank, pausedAt }: LiveState) {
  return { presenter: presenter?.personId ?? null, anchor: position?.anchor ?? null, blank, pausedAt };
}

/** What a page knows of the call, and where it would show its slide. */
function seen({ page: { connection, models, course } }: Seat) {
  const state = connection.live.getSnapshot() ?? NOT_LIVE;
  const { position } = state;
  const model = models.refresh();
  const found: FoundSlide =
    position === null ? { slide: 0, by: 'anchor' } : lookForSlide(connection.doc, model, position);
  return {
    ...found,
    ...told(state),
    text: connection.text.toString(),
    live: course.getSnapshot().live,
  };
}

function stored({ live }: BatonScene): LiveState {
  if (live.state === null) throw new Error('The call is live for as long as the test.');
  return live.state;
}

function anyOf(seats: readonly Seat[], pick: Chance): Seat {
  const seat = seats[pick(seats.length)];
  if (seat === undefined) throw new Error('There are five seats.');
  return seat;
}
