import { describe, expect, it } from 'vitest';
import { slideRenderer } from './render-slide.ts';

const render = slideRenderer({ breaks: true });
const gutter = (first: number, lines: number): string =>
  `<span class="gutter" style="counter-reset: line ${first - 1}">${'<i></i>'.repeat(lines)}</span>`;

describe('a code block', () => {
  it.each([
    ['```\nx\n```', '<pre><code>x\n</code></pre>'],
    ['```js\na < b\n```', '<pre><code class="js">a &lt; b\n</code></pre>'],
    ['```js!\nx\n```', '<pre><code class="js wrap">x\n</code></pre>'],
    ['```js=\nx\ny\n```', `<pre class="numbered">${gutter(1, 2)}<code class="js">x\ny\n</code></pre>`],
    ['```js=101!\nx\n```', `<pre class="numbered">${gutter(101, 1)}<code class="js wrap">x\n</code></pre>`],
    ['```=\nx\n```', `<pre class="numbered">${gutter(1, 1)}<code>x\n</code></pre>`],
    ['```c++\nx\n```', '<pre><code class="c++">x\n</code></pre>'],
    ['```"><b>\nx\n```', '<pre><code class="&quot;&gt;&lt;b&gt;">x\n</code></pre>'],
  ])('%j shows its extras', (source, html) => {
    expect(render(source).trim()).toBe(html);
  });

  it('goes on with the numbers of the one before it', () => {
    const html = render('```js=10\na\nb\n```\n\n```\nx\n```\n\n```js=+\nc\n```\n');
    expect(html).toContain(gutter(10, 2));
    expect(html).toContain(gutter(12, 1));
    expect(render('```js=+\nc\n```')).toContain(gutter(1, 1));
  });
});
