import type { Request } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';

let lab: StageLab;
let asked: string[] = [];
const harm: string[] = [];

beforeAll(async () => {
  lab = await StageLab.start();
  lab.page.on('request', (request) => asked.push(nameOf(request)));
  lab.page.on('request', (request) => {
    if (!request.url().startsWith(lab.base) && !request.url().startsWith('data:')) harm.push(request.url());
  });
  lab.page.on('dialog', (dialog) => {
    harm.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  lab.page.on('pageerror', (error) => harm.push(error.message));
  lab.page.on('console', (message) => {
    if (message.type() === 'error') harm.push(message.text());
  });
}, 120_000);
afterAll(() => lab?.close());

function nameOf(request: Request): string {
  return request.url().startsWith('data:') ? 'data:' : (request.url().split('/').at(-1) ?? '');
}

/** Shows a deck in a new frame. */
async function open(text: string): Promise<void> {
  asked = [];
  harm.length = 0;
  await lab.open();
  await lab.show(text, { slide: 0, fragment: -1 });
}

function count(selector: string): Promise<number> {
  return lab.frame().locator(`.slides ${selector}`).count();
}

async function shown(selector: string): Promise<void> {
  await lab.frame().locator(`.slides ${selector}`).first().waitFor({ state: 'attached', timeout: 30_000 });
}

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;
const PARTS = ['katex.js', 'katex.css', 'highlight.js', 'mermaid.js'];

describe.skipIf(browserPath() === null)('the parts of the stage', () => {
  it('are not loaded for a deck that needs none', async () => {
    await open(`# Plain\n\n${fence('', 'code')}\n${fence('text', 'code')}\n{%youtube 1G4isv_Fylg %}\n`);
    await lab.settle();
    expect(asked.filter((name) => PARTS.includes(name) || name.includes('youtube'))).toEqual([]);
    expect(harm).toEqual([]);
  });

  it('draw a formula, with nothing loaded but what that takes', async () => {
    await open('# Math\n\nso $a^2$ and\n\n$$\\frac{a}{b}$$\n\nand $\\frac{x$');
    await shown('.katex-display .mfrac');
    expect(await count('.math .katex')).toBe(2);
    expect(await lab.frame().locator('.katex-error').textContent()).toBe('\\frac{x');
    expect([...new Set(asked.filter((name) => PARTS.includes(name)))].toSorted()).toEqual(['katex.css', 'katex.js']);
    expect(harm).toEqual([]);
  });

  it('draw formulas and code in the same patch once they are loaded, and keep place and steps', async () => {
    const deck = (word: string): string =>
      `# First\n\n---\n\n# ${word}\n\n- $a^2$ <!-- .element: class="fragment" -->\n- b <!-- .element: class="fragment" -->\n\n${fence('js', 'const a = 1;')}`;
    await open(deck('Words'));
    await lab.show(deck('Words'), { slide: 1, fragment: 0 });
    await shown('.katex');
    await shown('.hljs-keyword');
    const seen = lab.frame().evaluate(
      () =>
        new Promise<boolean[]>((done) => {
          const section = document.querySelector('.slides section.present');
          // What an observer finds right after the patch is what the next frame paints.
          new MutationObserver(() =>
            done(['.katex', '.hljs-keyword'].map((name) => section?.querySelector(name) !== null)),
          ).observe(section ?? document.body, { childList: true });
        }),
    );
    await lab.show(deck('Other'));
    expect(await seen).toEqual([true, true]);
    expect(await lab.sight()).toMatchObject({ present: ['Other'], steps: 1 });
    expect(await lab.heard()).toEqual([]);
  });

  it('colour code by its language, with its line numbers, as text and spans only', async () => {
    await open(`${fence('js=101', 'const a = "<img src=x onerror=alert(1)>";\nb();')}\n${fence('', 'const a')}\n`);
    await shown('.hljs-keyword');
    const code = lab.frame().locator('.slides pre code').first();
    expect(await code.textContent()).toBe('const a = "<img src=x onerror=alert(1)>";\nb();\n');
    expect(
      await code.evaluate((element) => [...new Set([...element.querySelectorAll('*')].map((e) => e.localName))]),
    ).toEqual(['span']);
    expect(await count('.gutter > i')).toBe(2);
    expect(await count('pre:not(.numbered) span')).toBe(0);
    expect(asked.filter((name) => PARTS.includes(name))).toEqual(['highlight.js']);
    expect(harm).toEqual([]);
  });

  it('draw a diagram as a picture in the middle of its slide', async () => {
    await open(`# Top\n\n${fence('mermaid', 'graph TD\n accTitle: How it goes\n A[Start] --> B[End]')}`);
    await shown('pre.diagram > img');
    const image = lab.frame().locator('.slides pre.diagram > img');
    expect(await image.getAttribute('alt')).toBe('How it goes');
    expect(await image.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
    expect(
      await image.evaluate((element: HTMLImageElement) => element.decode().then(() => element.naturalWidth > 0)),
    ).toBe(true);
    await lab.settle();
    const space = await lab.frame().evaluate(() => {
      const section = document.querySelector('.slides section.present');
      const box = section?.getBoundingClientRect();
      return [box?.top ?? 0, innerHeight - (box?.bottom ?? 0)];
    });
    expect(Math.abs((space[0] ?? 0) - (space[1] ?? 99))).toBeLessThan(8);
    expect(await lab.frame().evaluate(() => document.querySelectorAll('svg:not(.controls *), .workbench').length)).toBe(
      0,
    );
    expect(asked.filter((name) => PARTS.includes(name))).toEqual(['mermaid.js']);
    expect(harm).toEqual([]);
  });

  it('keep the last good picture until the new one is there, and the picture when only words change', async () => {
    const deck = (word: string, node: string): string => `# ${word}\n\n${fence('mermaid', `graph TD\n A --> ${node}`)}`;
    await open(deck('One', 'B'));
    await shown('pre.diagram > img');
    await lab.frame().evaluate(() => {
      const states: string[] = [];
      Object.assign(window, { states });
      new MutationObserver(() => {
        const image = document.querySelector('.slides pre > img');
        states.push(image === null ? 'none' : (image.getAttribute('alt') ?? '').slice(-1));
      }).observe(document.querySelector('.slides section.present') ?? document.body, {
        childList: true,
        subtree: true,
      });
    });
    await lab.show(deck('One', 'C'));
    await expect.poll(() => lab.frame().locator('.slides pre > img').getAttribute('alt')).toContain('C');
    const states = await lab.frame().evaluate(() => ('states' in window ? String(window.states) : ''));
    expect(states).toMatch(/^B(?:,B)*,C(?:,C)*$/);
    await lab.frame().evaluate(() => document.querySelector('.slides pre > img')?.setAttribute('data-same', ''));
    await lab.show(deck('Two', 'C'));
    expect(await count('pre > img[data-same]')).toBe(1);
    expect((await lab.sight()).present).toEqual(['Two']);
  });

  it('show the source of a diagram with a mistake, and a quiet word about it', async () => {
    await open(`# Top\n\n${fence('mermaid', 'graph TD\n A[[ --> B')}`);
    await shown('.mistake');
    expect(await lab.frame().locator('.slides pre code.mermaid').textContent()).toBe('graph TD\n A[[ --> B\n');
    expect(await lab.frame().locator('.slides .mistake').textContent()).toContain('mistake near line 2');
    expect(await count('pre.diagram')).toBe(0);
    expect(harm).toEqual([]);
  });

  it('leave other diagrams as code', async () => {
    await open(['graphviz', 'flow', 'sequence', 'abc'].map((name) => fence(name, 'a -> b')).join('\n'));
    await lab.settle();
    expect(await count('pre > code')).toBe(4);
    expect(asked.filter((name) => PARTS.includes(name))).toEqual([]);
  });

  it('do nothing that a hostile formula asks for', async () => {
    await open(
      [
        String.raw`$\href{javascript:alert(1)}{x}$ $\url{https://evil.example}$ $\includegraphics{https://evil.example/x.png}$`,
        String.raw`$\htmlStyle{position:fixed}{x}$ $\htmlId{x}{y}$ $\rule{99999em}{99999em}$ $\def\a{\a\a}\a$`,
        `$${'{'.repeat(3_000)}x$`,
        '$a$<script>alert(1)</script>',
      ].join('\n\n'),
    );
    await shown('.katex');
    await lab.settle();
    expect(await count('a[href], img, [id], .enclosing')).toBe(0);
    expect(await widest()).toBeLessThan(3_000);
    expect(harm).toEqual([]);
  });

  it.each([
    'graph TD\n A --> B\n click A href "javascript:alert(1)"\n click B call alert(1)',
    '%%{init: {"themeCSS": "* { background: url(https://evil.example/x.png); position: fixed }"}}%%\ngraph TD\n A --> B',
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\ngraph TD\n A["<img src=x onerror=alert(1)>"] --> B',
    '%%{init: {"fontFamily": "x; } * { background: url(//evil.example/x.png) } .x {"}}%%\ngraph TD\n A --> B',
    'graph TD\n A["<script>alert(1)</script>"] --> B["<iframe src=https://evil.example>"]',
    'graph TD\n A["#lt;img src=x onerror=alert(1)#gt;"] --> B["&lt;img src=x onerror=alert(1)&gt;"]',
    'graph TD\n A["#60;img src=x onerror=alert(1)>"] --> B["<<img src=x onerror=alert(1)>>"]',
    'classDiagram\n class A {\n  <<img src=x onerror=alert(1)>>\n +x() `<img src=x onerror=alert(1)>`\n }',
    'graph TD\n A["`**<img src=x onerror=alert(1)>**`"] --> B',
    'graph TD\n A@{ img: "https://evil.example/x.png", label: "x" }',
    'graph TD\n A --> B\n style A fill:url(https://evil.example/x.png#a)\n classDef x filter:url(https://evil.example/y.svg#a)',
    '---\nconfig:\n  themeCSS: "* { background: url(https://evil.example/x.png) }"\n---\ngraph TD\n A --> B',
    'sequenceDiagram\n participant A\n link A: Go @ javascript:alert(1)\n A->>A: <img src=x onerror=alert(1)>',
  ])('do nothing that a hostile diagram asks for: %j', async (source) => {
    await open(`# Top\n\n${fence('mermaid', source)}`);
    await shown('pre:is(.diagram, :has(.mistake)) > :is(img, .mistake)');
    await lab.settle();
    expect(harm).toEqual([]);
    expect(await count(':is(svg, script, iframe, a)')).toBe(0);
    const address =
      (await lab.frame().evaluate(() => document.querySelector('.slides pre > img')?.getAttribute('src'))) ?? '';
    expect(decodeURIComponent(address)).not.toMatch(/javascript:|evil\.example\/|<(?:script|iframe|img)/i);
  });

  it('load nothing for an embed, and tell the page which film is wanted', async () => {
    await open(
      '{%youtube 1G4isv_Fylg %}\n\n<iframe src="https://player.vimeo.com/video/76979871"></iframe>\n\n{%pdf https://x.example/a.pdf %}',
    );
    for (const card of await lab.frame().locator('a.embed').all()) await card.click();
    await lab.settle();
    expect((await lab.heard()).filter((word) => word !== 'pressed')).toEqual([
      { provider: 'youtube', id: '1G4isv_Fylg' },
      { provider: 'vimeo', id: '76979871' },
      'https://x.example/a.pdf',
    ]);
    expect(harm).toEqual([]);
  });

  it('play no film that the deck does not name, whatever the frame asks for', async () => {
    await open('{%youtube 1G4isv_Fylg %}');
    const card = lab.frame().locator('a.embed');
    await card.evaluate((link) => link.setAttribute('href', 'https://www.youtube.com/watch?v=AAAAAAAAAAA'));
    await card.click();
    await lab.settle();
    expect((await lab.heard()).filter((word) => word !== 'pressed')).toEqual([]);
  });
});

function widest(): Promise<number> {
  return lab
    .frame()
    .evaluate(() =>
      Math.max(...[...document.querySelectorAll('.katex *')].map((element) => element.getBoundingClientRect().width)),
    );
}
