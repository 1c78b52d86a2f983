import { setTimeout as pause } from 'node:timers/promises';
import type { Frame } from '@playwright/test';
import { offsetOf } from '#e2e/bench/stage/clocks.ts';
import { seededRandom } from '#e2e/bench/stage/seeded-random.ts';
import { sharedNow } from '#e2e/bench/sync/marker.ts';
import { Crowd } from './crowd.ts';
import { delaysOfMoves, firstAfterEach, frameTimes, type Delays, type LiveNotes } from './live-notes.ts';
import type { LiveSide } from './live-side.ts';

const WARM_KEYS = 5;
const SHORTEST_PAUSE_MS = 600;
const LONGER_MS = 300;
/** After everybody has come, and after going back to the first slide. */
const REST_MS = 2_000;

/** What going through a deck cost with so many followers; times in milliseconds. */
export interface Presented {
  readonly side: string;
  readonly followers: number;
  /** From the key until the slide is painted: for the presenter, and for the follower in a browser. */
  readonly own: Delays;
  readonly painted: Delays;
  /** From the key until it has arrived at followers that are no browsers. */
  readonly arrived: readonly number[];
  /** Moves that should have arrived. */
  readonly expected: number;
  readonly keys: number;
  /** How long the measured keys took in all. */
  readonly minutes: number;
  readonly cpuSeconds: number;
  /** What all followers got that are no browsers, headers included, and of that what told of moves. */
  readonly bytes: number;
  readonly moveBytes: number;
  /** From one frame of the presenter's page to the next. */
  readonly frames: readonly number[];
  readonly joinSeconds: number;
  /** How much the comparison of clocks does not know. */
  readonly unsure: number;
}

/** Goes forward through the deck key by key, while so many follow. */
export async function present(side: LiveSide, followers: number, keys: number): Promise<Presented> {
  const crowd = await Crowd.join({ ...side.crowd, followers });
  const { keyboard } = side.presenter;
  await keyboard.press('Home');
  await pause(REST_MS);
  const random = seededRandom(followers);
  const press = async (): Promise<void> => {
    await keyboard.press('PageDown');
    await pause(SHORTEST_PAUSE_MS + random() * LONGER_MS);
  };
  for (let key = 0; key < WARM_KEYS; key += 1) await press();
  for (const frame of documentsOf(side)) await takeNotes(frame);
  await crowd.note();
  const [cpu, began] = [side.cpuSeconds(), performance.now()];
  for (let key = 0; key < keys; key += 1) await press();
  const [cpuSeconds, minutes] = [side.cpuSeconds() - cpu, (performance.now() - began) / 60_000];
  const heard = await crowd.tell();
  crowd.leave();
  const page = await notesOf(side.presenter.mainFrame());
  const own = await notesOf(side.presenterStage, page);
  const follower = await notesOf(side.followerStage);
  // From the clock that processes share to the one of this process.
  const ahead = performance.timeOrigin + performance.now() - sharedNow();
  const moves = heard.moves.map(({ at }) => at.map((time) => time + ahead));
  return {
    side: side.name,
    followers,
    own: firstAfterEach(page.keys, own.painted),
    painted: firstAfterEach(page.keys, follower.painted),
    arrived: delaysOfMoves(page.keys, moves),
    expected: keys * followers,
    keys,
    minutes,
    cpuSeconds,
    bytes: heard.bytes,
    moveBytes: heard.moveBytes,
    frames: frameTimes(page.frames),
    joinSeconds: crowd.joinSeconds,
    unsure: Math.max(page.unsure, own.unsure, follower.unsure),
  };
}

function documentsOf({ presenter, presenterStage, followerStage }: LiveSide): readonly Frame[] {
  return [...new Set([presenter.mainFrame(), presenterStage, followerStage])];
}

interface Noted extends LiveNotes {
  readonly unsure: number;
}

/** What a document noted, on the clock of this process. Notes are taken once: `taken` are those of the same document. */
async function notesOf(frame: Frame, taken?: Noted): Promise<Noted> {
  const { offset, unsure } = await offsetOf(frame);
  const { keys, painted, frames } = await takeNotes(frame);
  if (taken !== undefined && painted.length === 0) return taken;
  return { keys: keys.map((at) => at - offset), painted: painted.map((at) => at - offset), frames, unsure };
}

function takeNotes(frame: Frame): Promise<LiveNotes> {
  return frame.evaluate(() => {
    const { keys, painted, frames } = window.benchNotes;
    return { keys: keys.splice(0), painted: painted.splice(0), frames: frames.splice(0) };
  });
}
