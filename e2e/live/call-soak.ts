import { expect, vi } from 'vitest';
import { chance, type Chance } from '#e2e/harness/chance.ts';
import { lookForSlide, resolveLivingAnchor } from '#lib/deck/anchor.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { slideAt } from '#lib/slides/slide-at.ts';
import { openCall, type CallPage, type CallScene } from './call-scene.ts';
import { editText, TOKEN, type Desk } from './text-edits.ts';

/** Which slide everybody must see, by the words that it bears. */
interface Truth {
  /** Words of the slide that the presenter chose, with those of slides that were joined to it. */
  own: readonly string[];
  /** The word of the slide that stands in while its text is nowhere, and the text as it was. */
  standIn: string;
  source: string;
  /** The slide in view as it was last, and the version of the live state at which that was new. */
  view: string;
  version: number;
  fragment: number;
  /** The word of the slide that the presenter chose last: when it is back as it was, it is right again, whatever stood in meanwhile. */
  chosen: string;
  /** The separator that the server goes by. */
  separator: string;
}

/**
 * Edits a deck at random, by two people at once, while its call is live. After each round every page must show the slide that the
 * presenter chose: wherever it was moved, cut and pasted, joined or brought back; and while it is nowhere, all the same other one.
 */
export async function expectAudienceFollows(seed: number, edits: number): Promise<void> {
  const pick = chance(seed);
  const slides = Array.from({ length: 14 }, (_, index) => `# Team t${index}t\n\nwords`);
  const scene = await openCall(slides.join('\n\n---\n\n'));
  try {
    const desk: Desk = { clip: '', last: slides.length, damage: [], seen: true };
    const truth: Truth = {
      own: [],
      standIn: '',
      source: '',
      view: '',
      version: 0,
      fragment: -1,
      chosen: '',
      separator: '',
    };
    await present(scene, truth, pick, `seed ${seed}, at the start`);
    for (let edit = 0; edit < edits;) {
      const done: string[] = [];
      desk.seen = isSeen(scene.presenter, truth);
      for (const writer of scene.writers.filter(() => pick(3) > 0))
        done.push(editText(writer, desk, pick, truth.own[0] ?? ''));
      edit += done.length;
      const where = `seed ${seed}, edit ${edit}: ${done.join(', ')}`;
      await expectTogether(scene, truth, { where, mayJoin: done.some((name) => JOINING.has(name)) });
      if (pick(12) === 0) await present(scene, truth, pick, `${where}, then a move`);
      else if (pick(3) === 0 && !isSeen(scene.presenter, truth)) await step(scene, truth, `${where}, then a step`);
      if (pick(20) === 0) scene.pages[pick(scene.pages.length)]?.connection.reconnect();
    }
  } finally {
    await scene.close();
  }
}

/** What can make one slide of two for good: then it is either of them. */
const JOINING = new Set(['joinSlides', 'takeBack', 'deleteSlide', 'cutSlide', 'paste']);

/** The presenter goes to another slide, with some of its steps. */
async function present(scene: CallScene, truth: Truth, pick: Chance, where: string): Promise<void> {
  const { course, models } = scene.presenter;
  const model = models.refresh();
  const slide = pick(model.slides.length);
  const [token] = tokensOf(model, slide);
  if (token === undefined) return;
  Object.assign(truth, { own: [token], chosen: token, standIn: '', fragment: pick(4) - 1 });
  course.moved({ slide, fragment: truth.fragment });
  await expectTogether(scene, truth, { where, mayJoin: false });
}

/** The presenter shows or hides a step, and so chooses the slide as it is now: what was joined to it by mistake may go again. */
async function step(scene: CallScene, truth: Truth, where: string): Promise<void> {
  const { slide } = shownBy(scene.presenter);
  const [token] = tokensOf(scene.presenter.models.refresh(), slide);
  if (token === undefined) return;
  Object.assign(truth, { own: [token], chosen: token, standIn: '', fragment: truth.fragment === 0 ? 1 : 0 });
  scene.presenter.course.moved({ slide, fragment: truth.fragment });
  await expectTogether(scene, truth, { where, mayJoin: false });
}

/** Whether the server has looked at the slide in view since its text changed last: it does so some times a second. */
function isSeen(page: CallPage, truth: Truth): boolean {
  const state = page.connection.live.getSnapshot();
  const shown = page.models.refresh().slides[shownBy(page).slide];
  return state !== null && state.version > truth.version && state.position?.hash === shown?.hash;
}

async function expectTogether(
  scene: CallScene,
  truth: Truth,
  { where, mayJoin }: { readonly where: string; readonly mayJoin: boolean },
): Promise<void> {
  await vi.waitUntil(() => new Set(scene.pages.map(({ connection }) => connection.text.toString())).size === 1, {
    timeout: 10_000,
    interval: 1,
  });
  const model = scene.presenter.models.refresh();
  const wanted = mayAllBe(scene.presenter, truth, mayJoin) ? [] : wantedBy(scene.presenter, truth);
  const { fragment } = truth;
  await vi.waitUntil(() => scene.pages.every((page) => isThere(page, wanted, fragment)), WAIT).catch(() => undefined);
  const shown = scene.pages.map((page) => ({
    words: tokensOf(model, shownBy(page).slide),
    fragment: shownBy(page).fragment,
  }));
  const first = shownBy(scene.presenter).slide;
  const sure = { words: tokensOf(model, first), fragment: truth.fragment };
  expect({ where, truth, shown }).toEqual({
    where,
    truth: expect.toSatisfy(() => wanted.length === 0 || wanted.includes(first)),
    shown: scene.pages.map(() => sure),
  });
  learn(truth, model, first, mayJoin);
  truth.separator = scene.presenter.connection.live.getSnapshot()?.position?.anchor ?? '';
  const view = model.slides[first]?.source ?? '';
  if (view !== truth.view) truth.version = scene.presenter.connection.live.getSnapshot()?.version ?? 0;
  truth.view = view;
}

const WAIT = { timeout: 5_000, interval: 1 };

/**
 * Whether nobody can say which slide it is, so that all pages must only show the same: of slides that were joined, cut and brought back in
 * one round, and of one whose own separator went while its words stayed, which are then words of another slide.
 */
function mayAllBe({ connection }: CallPage, { own, separator, standIn }: Truth, mayJoin: boolean): boolean {
  if (mayJoin && own.length > 1) return true;
  return standIn === '' && mayJoin && resolveLivingAnchor(connection.doc, separator) === null;
}

/** The slides that bear the words of the one in view; the one that its separator begins is right too, whatever its words. */
function wantedBy({ connection, models }: CallPage, truth: Truth): readonly number[] {
  const model = models.refresh();
  const wanted = wantedSlides(model, truth);
  if (wanted.length === 0) return wanted;
  const offset = resolveLivingAnchor(connection.doc, truth.separator);
  return [...wanted, ...slidesWith(model, [truth.chosen]), ...(offset === null ? [] : [slideAt(model, offset)])];
}

/** What is known of the slide now for later: what it was joined with, or what stands in for it. */
function learn(truth: Truth, model: DeckModel, slide: number, mayJoin: boolean): void {
  const words = tokensOf(model, slide);
  if (truth.own.length === 0) truth.own = words.slice(0, 1);
  const found = truth.own.some((token) => words.includes(token));
  if (found || slidesWith(model, truth.own).length > 0) settle(truth, { model, slide, words, found, mayJoin });
  else if (!words.includes(truth.standIn)) truth.standIn = words[0] ?? '';
}

interface Shown {
  readonly model: DeckModel;
  readonly slide: number;
  readonly words: readonly string[];
  readonly found: boolean;
  readonly mayJoin: boolean;
}

/** The slide is there, itself or as what it has become. */
function settle(truth: Truth, { model, slide, words, found, mayJoin }: Shown): void {
  // What was brought back after it had been pasted is there twice: which of them goes, nobody can say until the next move.
  if (slidesWith(model, truth.own.slice(0, 1)).length > 1) truth.own = [];
  // Where it came back otherwise than it was, it is another slide from now on.
  if (!found) truth.own = words.slice(0, 1);
  else if (mayJoin) truth.own = [...new Set([...truth.own, ...words])];
  truth.standIn = '';
  truth.source = model.slides[slide]?.source.trim() ?? '';
}

/** The slides that may be shown; none when too much happened to say, and then it must be the same for all. */
function wantedSlides(model: DeckModel, { own, standIn, source }: Truth): readonly number[] {
  const own0 = slidesWith(model, own.slice(0, 1));
  if (standIn === '') return own0.length === 1 ? slidesWith(model, own) : [];
  const back = model.slides.filter((slide) => slide.source.trim() === source).map(({ index }) => index);
  if (back.length > 0) return back;
  return slidesWith(model, own).length === 0 ? slidesWith(model, [standIn]) : [];
}

function slidesWith(model: DeckModel, tokens: readonly string[]): readonly number[] {
  return model.slides
    .filter(({ index }) => tokensOf(model, index).some((token) => tokens.includes(token)))
    .map(({ index }) => index);
}

function tokensOf(model: DeckModel, slide: number): readonly string[] {
  return model.slides[slide]?.source.match(TOKEN) ?? [];
}

function shownBy({ course, models }: CallPage): { readonly slide: number; readonly fragment: number } {
  models.refresh();
  return course.getSnapshot().position;
}

/** Whether a page shows one of these, and the server has found the slide anew, so that it cannot be elsewhere a moment later. */
function isThere(page: CallPage, wanted: readonly number[], fragment: number): boolean {
  const { connection, models } = page;
  const position = connection.live.getSnapshot()?.position;
  if (position == null || connection.status.getSnapshot().type !== 'live') return false;
  const { slide, by } = lookForSlide(connection.doc, models.refresh(), position);
  const shown = shownBy(page);
  const right = wanted.length === 0 || wanted.includes(slide);
  return by === 'anchor' && right && slide === shown.slide && fragment === shown.fragment;
}
