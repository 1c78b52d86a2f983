import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';

let lab: StageLab;

const LENGTH = 150;
const GOAL = 130;
const [LEFT, END] = [37, 35];
const STYLE = '<style>\n.slides h1 { color: rgb(1, 2, 3) }\n</style>';
const STEPS = '- a <!-- .element: class="fragment" -->\n- b <!-- .element: class="fragment" -->';

// Enough that nobody can draw all slides between two keys.
const LINES = Array.from({ length: 30 }, (_, line) => `- Line **${line}** of [many](https://x.example/${line})`).join(
  '\n',
);

/** Slides 0, 1, 2…; the last but nine has steps, the last the deck's styles. */
function longDeck(): string {
  const slides = Array.from({ length: LENGTH }, (_, index) => `# ${index}\n\nWords of ${index}\n\n${LINES}`);
  slides[LENGTH - 10] += `\n\n${STEPS}`;
  slides[LENGTH - 1] = `# ${LENGTH - 1}\n\n${STYLE}`;
  slides[LENGTH - 2] = `# ${LENGTH - 2}\n\nWords of ${LENGTH - 2}`;
  slides[GOAL] = `# ${GOAL}\n\nWords of ${GOAL}`;
  return slides.join('\n\n---\n\n');
}

beforeAll(async () => {
  lab = await StageLab.start();
}, 120_000);
afterAll(() => lab?.close());

describe.skipIf(browserPath() === null)('a stage that opens with a long deck', () => {
  it('shows the first slide in the deck’s styles, and the others before long', async () => {
    await lab.open('own', longDeck());
    const { present, html } = await lab.sight();
    expect(present).toEqual(['0']);
    expect(html[0]).toContain('Words of');
    expect(html[LENGTH - 10]).toContain('class="fragment"');
    expect(html.filter((each) => each === '').length).toBeGreaterThan(0);
    expect(
      await lab.frame().evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color),
    ).toBe('rgb(1, 2, 3)');
    await vi.waitFor(async () => expect((await lab.sight()).html).not.toContain(''), 30_000);
    const late = await lab.sight();
    await lab.open();
    await lab.show(longDeck(), { slide: 0, fragment: -1 });
    expect(late).toEqual(await lab.sight());
  });

  it('has filled and centred the slide that somebody goes to at once', async () => {
    await lab.open('own', longDeck());
    await lab.press(END);
    await lab.press(LEFT);
    const { present, html } = await lab.sight();
    expect(present).toEqual([String(LENGTH - 2)]);
    expect(html[LENGTH - 2]).toContain('Words of');
    expect(await lab.frame().evaluate(offCentre)).toBeLessThan(1);
  });

  it('fills the slide that the page goes to', async () => {
    await lab.open('own', longDeck());
    await lab.show(longDeck(), { slide: GOAL, fragment: -1 });
    const { present, html } = await lab.sight();
    expect(present).toEqual([String(GOAL)]);
    expect(html[GOAL]).toContain('Words of');
    expect(await lab.frame().evaluate(offCentre)).toBeLessThan(1);
  });
});

// Runs in the frame: by how many pixels the slide in view stands too high or too low.
function offCentre(): number {
  const section = document.querySelector<HTMLElement>('.slides .present');
  if (section === null) return Infinity;
  return Math.abs(Number.parseFloat(section.style.top) - (700 - section.scrollHeight) / 2);
}
