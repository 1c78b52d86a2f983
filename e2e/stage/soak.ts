import { expect, vi } from 'vitest';
import { z } from 'zod';
import { chance, type Chance } from '#e2e/harness/chance.ts';
import type { LabDeck, StageLab } from '#e2e/harness/stage-lab.ts';
import { anySlide, soakText, stepsBlock } from './soak-deck.ts';
import { anyEdit, placeOf, type SoakState, type SoakStep } from './soak-edits.ts';

export interface Soak {
  readonly lab: StageLab;
  readonly seed: number;
  readonly edits: number;
  /** Whether the page says at every edit where the stage should be, as ours do, or leaves it to the frame where it can. */
  readonly leads: 'page' | 'frame';
}

const FRESH_EVERY = 50;
const SPACE = 32;

/**
 * Edits a deck at random while one of its slides is shown with some of its steps. After each edit, or several in one frame, the
 * stage must be what the text says and where it was; and from time to time, in everything, what a fresh stage is.
 */
export async function expectStageHolds({ lab, seed, edits, leads }: Soak): Promise<void> {
  const pick = chance(seed);
  let state = firstState(pick);
  const done: string[] = [];
  const twin = await lab.beside();
  await lab.open();
  await lab.send([{ text: soakText(state.deck), position: positionOf(state) }]);
  await expectFace(lab, state);
  for (let edit = 0; edit < edits;) {
    const burst = pick(5) === 0 ? 2 + pick(4) : 1;
    const decks: LabDeck[] = [];
    const isTold = ({ evident }: SoakStep): boolean =>
      leads === 'page' || evident === 'never' || (evident === 'alone' && burst > 1);
    for (let each = 0; each < burst; each++) {
      const step = anyEdit(state, pick);
      state = step.state;
      decks.push({ text: soakText(state.deck), position: isTold(step) ? positionOf(state) : null });
      done.push(step.name);
    }
    edit += burst;
    await lab.send(decks);
    const where = `Seed ${seed}, ${leads} leads, edit ${edit}: ${done.slice(-burst).join(', ')}`;
    try {
      await expectFace(lab, state);
      expect([await lab.heard(), lab.faults]).toEqual([[], []]);
      if (pick(8) === 0) state = await pressed(lab, state);
      if (edit % FRESH_EVERY < burst) await expectFresh(lab, twin, state);
    } catch (cause) {
      throw new Error(where, { cause });
    }
  }
  await twin.page.close();
}

/** In everything what a stage is that has only just been opened. */
async function expectFresh(lab: StageLab, twin: StageLab, state: SoakState): Promise<void> {
  await twin.open();
  await twin.show(soakText(state.deck), positionOf(state));
  expect(await lab.view()).toEqual(await twin.view());
}

/** Somebody goes on with the keys; where that leads is what the stage says, if it is true. */
async function pressed(lab: StageLab, state: SoakState): Promise<SoakState> {
  const { slides } = state.deck;
  if (placeOf(state) === slides.length - 1) return state;
  await lab.key(SPACE);
  const [to] = await vi.waitUntil(async () => atLeastOne(await lab.heard()), { interval: 2 });
  const place = placeSchema.parse(to);
  const next = { ...state, shown: slides[place.slide]?.id ?? -1, fragment: place.fragment };
  // As our pages do: they take over where somebody went.
  await lab.send([{ text: soakText(next.deck), position: positionOf(next) }]);
  await expectFace(lab, next);
  return next;
}

const placeSchema = z.object({ slide: z.number(), fragment: z.number() });

function atLeastOne(heard: readonly unknown[]): readonly unknown[] | null {
  return heard.length === 0 ? null : heard;
}

async function expectFace(lab: StageLab, state: SoakState): Promise<void> {
  const wanted = await lab.expected({ text: soakText(state.deck), position: positionOf(state) });
  expect(wanted.slides.length).toBe(state.deck.slides.length);
  const face = await lab.faceUnlike(wanted);
  if (face !== null) expect(face).toEqual(wanted);
}

function positionOf(state: SoakState): { slide: number; fragment: number } {
  return { slide: placeOf(state), fragment: state.fragment };
}

function firstState(pick: Chance): SoakState {
  const slides = Array.from({ length: 20 }, (_, id) => anySlide(id, pick));
  const steps = { id: 12, vertical: false, blocks: ['# Steps', 'Words', stepsBlock(12, 3)] };
  return { deck: { front: {}, slides: slides.with(12, steps) }, past: [], shown: 12, fragment: 0, lastId: 19 };
}
