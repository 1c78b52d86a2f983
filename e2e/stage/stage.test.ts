import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';

let lab: StageLab;
/** Slides are measured when typing has rested. */
const PATIENT = { timeout: 10_000 };

/** A deck from the names of its slides; `|` before a name puts it below the one before. Slide `Steps` has three steps. */
function deck(...names: readonly string[]): string {
  return names
    .map((name, index) => {
      const vertical = name.startsWith('|');
      const separator = vertical ? '\n----\n\n' : '\n---\n\n';
      return `${index === 0 ? '' : separator}${slide(name.replace('|', ''))}`;
    })
    .join('');
}

function slide(name: string): string {
  const step = '<!-- .element: class="fragment" -->';
  return name === 'Steps' ? `# Steps\n\n- a ${step}\n- b ${step}\n- c ${step}\n` : `# ${name}\n\nWords of ${name}\n`;
}

beforeAll(async () => {
  lab = await StageLab.start();
}, 120_000);
afterAll(() => lab?.close());

describe.skipIf(browserPath() === null)('the stage in a browser', () => {
  it.each(['color: var(--x, (', 'color: var(--x, "a'])(
    'keeps the CSS of one slide from another whose %j never ends',
    async (open) => {
      await lab.open();
      const never = `<style>:is(h1, body) { ${open}</style>`;
      const fine = '<style>.slides h2 { color: rgb(1, 2, 3) }</style>';
      await lab.show(`${never}\n\n# A\n\n---\n\n${fine}\n\n## B`, { slide: 1, fragment: -1 });
      const read = (heading: Element) => ({
        color: getComputedStyle(heading).color,
        position: getComputedStyle(heading).position,
      });
      expect(await lab.frame().locator('h2').evaluate(read)).toEqual({ color: 'rgb(1, 2, 3)', position: 'static' });
      expect(await lab.frame().locator('h1').evaluate(read)).toMatchObject({ position: 'static' });
    },
  );

  it('shows the slide that is wanted, with its steps', async () => {
    await lab.open();
    await lab.show(deck('A', 'Steps', '|B'), { slide: 1, fragment: 1 });
    expect(await lab.sight()).toMatchObject({ order: '-A-Steps|B', present: ['Steps'], steps: 2 });
    await lab.show(deck('A', 'Steps', '|B'), { slide: 1, fragment: 1000 });
    expect(await lab.sight()).toMatchObject({ present: ['Steps'], steps: 3 });
    await lab.show(deck('A', 'Steps', '|B'), { slide: 2, fragment: -1 });
    expect(await lab.sight()).toMatchObject({ present: ['B'] });
  });

  it('tells where people moved it, and nothing when the page did', async () => {
    await lab.open();
    await lab.show(deck('A', 'Steps', 'B'), { slide: 1, fragment: -1 });
    expect(await lab.heard()).toEqual([]);
    await lab.press(39);
    expect(await lab.heard()).toEqual([{ slide: 1, fragment: 0 }]);
    await lab.press(36);
    expect(await lab.heard()).toEqual([{ slide: 0, fragment: -1 }]);
  });

  it('goes nowhere while somebody looks around in the overview, and then where they chose', async () => {
    await lab.open();
    await lab.show(deck('A', 'B', 'C', 'D'), { slide: 1, fragment: -1 });
    const [overview, right, enter] = [79, 39, 13];
    for (const key of [overview, right, right]) await lab.press(key);
    const meanwhile = await lab.heard();
    await lab.press(enter);
    expect([meanwhile, await lab.heard()]).toEqual([[], [{ slide: 3, fragment: -1 }]]);
  });

  it('stays on its slide and steps while slides before it come, go and change places', async () => {
    await lab.open();
    await lab.show(deck('A', 'B', 'Steps', 'C'), { slide: 2, fragment: 1 });
    for (const names of [
      ['A', 'New', 'B', 'Steps', 'C'],
      ['Steps', 'C'],
      ['C', 'Steps'],
      ['C', '|Steps', '|D'],
      ['Steps', '|C', 'D'],
    ]) {
      await lab.show(deck(...names));
      expect(await lab.sight()).toMatchObject({ present: ['Steps'], steps: 2 });
    }
    expect(await lab.heard()).toEqual([]);
  });

  it('goes to the nearest survivor when its slide is deleted', async () => {
    await lab.open();
    await lab.show(deck('A', 'B', 'C'), { slide: 2, fragment: -1 });
    await lab.show(deck('A', 'B'));
    expect(await lab.sight()).toMatchObject({ order: '-A-B', present: ['B'] });
  });

  it('comes back to its slide when the frame is loaded again', async () => {
    await lab.open();
    await lab.show(deck('A', 'Steps', 'B'), { slide: 1, fragment: 1 });
    await lab.frame().evaluate(() => location.reload());
    await expect.poll(() => lab.sight().catch(() => null)).toMatchObject({ present: ['Steps'], steps: 2 });
  });

  it('sends links to the page after a look at their scheme', async () => {
    await lab.open();
    await lab.show('[one](https://one.example/)\n\n[two](file:///etc/passwd) <a href="javascript:alert(1)">three</a>');
    await lab.frame().locator('.slides').getByText('one').click();
    await lab.frame().locator('.slides').getByText('three').click();
    expect(await lab.heard()).toContain('https://one.example/');
    expect(await lab.frame().evaluate(() => document.querySelectorAll('.slides a[href]').length)).toBe(1);
  });

  it.each(['own', 'foreign'] as const)(
    'shows own pictures, and a frame with the address where one is missing (%s)',
    async (variant) => {
      await lab.open(variant);
      await lab.show('![](assets/k.png =20x) ![](gone.jpg =300x200) ![](https://elsewhere.example/a.png)');
      const frame = lab.frame();
      await expect.poll(() => frame.evaluate(() => document.querySelector('img')?.naturalWidth)).toBe(1);
      expect(await frame.evaluate(() => [...document.querySelectorAll('.gap')].map((gap) => gap.textContent))).toEqual([
        'gone.jpg',
        'https://elsewhere.example/a.png',
      ]);
    },
  );

  it('tells of a picture that does not come, with the others that are missing beside it', async () => {
    await lab.open();
    await lab.page.route('**/assets/0123456789abcdef.png', (route) => route.fulfill({ status: 404 }));
    await lab.show('# A\n\n---\n\n![](assets/0123456789abcdef.png) ![](gone.jpg)', { slide: 0, fragment: -1 });
    await expect.poll(() => lab.heard()).toEqual([{ gaps: 2 }]);
  });

  it('tells which slides are too large, also far away and after they were mended', async () => {
    await lab.open();
    const long = (name: string, lines: number): string =>
      `# ${name}\n\n${Array.from({ length: lines }, (_, line) => `Line ${line}`).join('\n\n')}`;
    const wide = `# Wide\n\n<div style="width: 1200px">x</div>`;
    const filler = Array.from({ length: 12 }, (_, index) => `# Filler ${index}`);
    const text = (lines: number): string =>
      [...filler.slice(0, 6), long('Far', lines), ...filler.slice(6), wide].join('\n\n---\n\n');
    await lab.show(text(20), { slide: 0, fragment: -1 });
    await expect
      .poll(() => lab.measured(), PATIENT)
      .toEqual([
        { slide: 6, tall: expect.any(Number), wide: 0 },
        { slide: 13, tall: 0, wide: 25 },
      ]);
    // Once it fits, and once other CSS of the deck makes all of them too wide.
    const last = async (index: number) => (await lab.measured()).findLast((measure) => measure.slide === index);
    await lab.show(`<style>\n.slides h1 { font-size: 500px; white-space: nowrap }\n</style>\n\n${text(2)}`);
    await expect.poll(() => last(1), PATIENT).toMatchObject({ wide: expect.any(Number) });
    expect((await last(1))?.wide).toBeGreaterThan(0);
    await lab.show(text(2));
    await expect.poll(() => last(1), PATIENT).toEqual({ slide: 1, tall: 0, wide: 0 });
    expect(await last(6)).toEqual({ slide: 6, tall: 0, wide: 0 });
    expect(await last(13)).toEqual({ slide: 13, tall: 0, wide: 25 });
  });

  it('lets the deck style its slides, and nothing else', async () => {
    await lab.open();
    const style =
      '.slides h1 { color: rgb(1, 2, 3); position: fixed } h2 { font-size: 99px } body { display: none } p { color: "#50c3a5" }';
    await lab.show(`---\nslideOptions:\n  theme: white\n---\n<style>\n${style}\n</style>\n\n# One\n\n## Two\n\nwords`);
    const look = await lab.frame().evaluate(() => {
      const of = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(`.slides ${selector}`) ?? document.body);
      return [
        of('h1').color,
        of('h1').position,
        of('h2').fontSize,
        of('p').color,
        getComputedStyle(document.body).display,
      ];
    });
    // The theme's `.reveal h2` weighs more than a bare `h2`, as it did in HedgeDoc.
    expect(look).toEqual(['rgb(1, 2, 3)', 'static', '67.2px', 'rgb(34, 34, 34)', 'block']);
  });

  it('survives stray percent signs, sections and empty links in backgrounds', async () => {
    await lab.open();
    const odd = ['https://x.example/100%.png', '[](https://)', 'a%FF.png', 'red', 'linear-gradient(red, blue)', '"'];
    const slides = odd.map(
      (value) =>
        `<!-- .slide: data-background='${value}' -->\n\n# ${odd.indexOf(value)}\n\n<section>\n\n# no slide\n\n</section>`,
    );
    await lab.show(slides.join('\n\n---\n\n'), { slide: 3, fragment: -1 });
    expect(await lab.sight()).toMatchObject({ order: '-0-1-2-3-4-5', present: ['3'] });
    expect(await lab.frame().evaluate(() => document.querySelector('.reveal')?.getAttribute('role'))).toBeNull();
  });
});
