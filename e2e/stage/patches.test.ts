import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';

let lab: StageLab;

beforeAll(async () => {
  lab = await StageLab.start();
}, 120_000);
afterAll(() => lab?.close());

const KEY_OF_OVERVIEW = 79;

const deck = (...slides: readonly string[]): string => slides.join('\n\n---\n\n');

/** What each match of a selector in the frame has for this attribute. */
function attributes(selector: string, name: string): Promise<readonly (string | null)[]> {
  return lab
    .frame()
    .locator(selector)
    .evaluateAll((elements, attribute) => elements.map((element) => element.getAttribute(attribute)), name);
}

async function has(selector: string): Promise<boolean> {
  return (await lab.frame().locator(selector).count()) > 0;
}

describe.skipIf(browserPath() === null)('a patch', () => {
  it('leaves the overview open, on the same slide', async () => {
    await lab.open();
    await lab.show(deck('# A', '# B', '# C'), { slide: 1, fragment: -1 });
    await lab.press(KEY_OF_OVERVIEW);
    expect(await has('.reveal.overview')).toBe(true);
    for (const slides of [
      ['# A', '# B', '# C!'],
      ['# A', '# New', '# B', '# C!'],
      ['# New', '# B'],
    ]) {
      await lab.show(deck(...slides));
      expect(await lab.sight()).toMatchObject({ present: ['B'] });
      expect(await has('.reveal.overview')).toBe(true);
    }
    await lab.press(KEY_OF_OVERVIEW);
    expect(await has('.reveal.overview')).toBe(false);
    expect(await lab.sight()).toMatchObject({ present: ['B'] });
  });

  it('of one background leaves the others as they are', async () => {
    await lab.open();
    const behind = (value: string, name: string): string => `<!-- .slide: data-background="${value}" -->\n\n# ${name}`;
    await lab.show(deck(behind('assets/k.png', 'A'), behind('red', 'B')), { slide: 0, fragment: -1 });
    const first = lab.frame().locator('.slide-background').first();
    await first.evaluate((element) => element.setAttribute('data-same', ''));
    const asked: string[] = [];
    lab.page.on('request', (request) => asked.push(request.url()));
    await lab.show(deck(behind('assets/k.png', 'A'), behind('blue', 'B')));
    expect(await has('.slide-background[data-same]')).toBe(true);
    expect(await attributes('.slides section', 'data-background-color')).toEqual([null, 'blue']);
    expect(asked).toEqual([]);
  });

  it('names every slide, those without a heading by their number', async () => {
    await lab.open();
    await lab.show(deck('# A', 'words', '## B'));
    expect(await attributes('.slides section', 'aria-label')).toEqual(['A', 'Slide 2', 'B']);
    await lab.show(deck('# A', '# New', 'words', '## B *b*'));
    expect(await attributes('.slides section', 'aria-label')).toEqual(['A', 'New', 'Slide 3', 'B b']);
    await lab.show(deck('words', 'other words', '## B *b*'));
    expect(await attributes('.slides section', 'aria-label')).toEqual(['Slide 1', 'Slide 2', 'B b']);
  });

  it('never makes an application of the slides', async () => {
    await lab.open();
    await lab.show('# A');
    await lab.show(`---\nslideOptions: { transition: zoom, width: 1280, controls: false }\n---\n${deck('# A', '# B')}`);
    await lab.show(deck('# B', '# A'));
    expect(await has('[role=application]')).toBe(false);
  });

  it('never makes a narrow stage scroll', async () => {
    await lab.open();
    await lab.page.locator('iframe').evaluate((frame) => (frame.style.width = '300px'));
    await lab.show(deck('# A', '# B'), { slide: 1, fragment: -1 });
    await lab.show(
      `---\nslideOptions: { view: scroll, scrollActivationWidth: 900 }\n---\n${deck('# A', '# C', '# B')}`,
    );
    expect(await lab.sight()).toMatchObject({ order: '-A-C-B', present: ['B'] });
    expect(await has('.reveal-scroll, .scroll-page')).toBe(false);
  });

  it('sets and takes away a picture behind all slides', async () => {
    await lab.open();
    await lab.show(`---\nslideOptions: { parallaxBackgroundImage: assets/k.png }\n---\n# A`);
    await expect.poll(() => has('.has-parallax-background')).toBe(true);
    expect(await attributes('.backgrounds', 'style')).toEqual([expect.stringContaining('/assets/k.png')]);
    await lab.show('# A');
    expect(await has('.has-parallax-background')).toBe(false);
  });

  it('lets no attribute hide, run or move slides', async () => {
    await lab.open();
    const written =
      'data-visibility="hidden" data-state="bad" data-autoslide="1" data-background-iframe="https://x.example/"';
    await lab.show(deck('# A', `<!-- .slide: ${written} -->\n\n# B`), { slide: 1, fragment: -1 });
    expect(await lab.sight()).toMatchObject({ order: '-A-B', present: ['B'] });
    expect(await has('[data-visibility], [data-state], [data-autoslide], [data-background-iframe], .bad, iframe')).toBe(
      false,
    );
    expect(lab.faults).toEqual([]);
  });

  it('moves nothing for who wants no motion', async () => {
    await lab.page.emulateMedia({ reducedMotion: 'reduce' });
    await lab.open();
    const lively = `---\nslideOptions: { transition: zoom, backgroundTransition: slide }\n---\n${deck('# A', '# B')}`;
    await lab.show(lively);
    expect(await has('.reveal.none')).toBe(true);
    await lab.page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(() => has('.reveal.zoom')).toBe(true);
    await lab.page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(() => has('.reveal.none')).toBe(true);
    await lab.show(`${lively}!`);
    expect(await attributes('.reveal:not(.meter)', 'data-background-transition')).toEqual(['none']);
    expect(await has('.reveal.none')).toBe(true);
    await lab.page.emulateMedia({ reducedMotion: null });
  });
});
