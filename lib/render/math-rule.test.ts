import { describe, expect, it } from 'vitest';
import { slideRenderer } from './render-slide.ts';

const render = slideRenderer({ breaks: true });
const inline = (source: string): string => `<span class="math inline">${source}</span>`;
const display = (source: string): string => `<span class="math display">${source}</span>`;

describe('a formula', () => {
  it.each([
    ['so $a^2 * b_1$ and $c$.', `so ${inline('$a^2 * b_1$')} and ${inline('$c$')}.`],
    ['$a < b$', inline('$a &lt; b$')],
    ['$$\na -- "b"\n$$', display('$$\na -- &quot;b&quot;\n$$')],
    ['$$:tada: **x**$$', display('$$:tada: **x**$$')],
    [String.raw`\\(a\\) \\[b\\]`, `${inline(String.raw`\\(a\\)`)} ${display(String.raw`\\[b\\]`)}`],
    ['\\begin{align}\na &= b \\\\\n\\end{align}', display('\\begin{align}\na &amp;= b \\\\\n\\end{align}')],
  ])('%j is kept as it is written', (source, html) => {
    expect(render(source).trim()).toBe(`<p>${html}</p>`);
  });

  it.each([
    'a lone $ here',
    '$VAR and $OTHER',
    'from $5 to $10',
    '$5/$10',
    '$ a $',
    '$a $',
    '$$$$',
    '$$ never closed',
    '2^user * 2^pass',
  ])('%j has none', (source) => {
    expect(render(source).trim()).toBe(`<p>${source}</p>`);
  });

  it('is not found in code and is not begun by an escaped dollar', () => {
    expect(render('`$a$` \\$b$')).toBe('<p><code>$a$</code> $b$</p>\n');
  });

  it.each([
    ['$', '$'],
    ['$$', '$$'],
    [String.raw`\\(`, String.raw`\\)`],
    [String.raw`\begin{x}`, String.raw`\end{x}`],
  ])('%s is looked for no further than its longest, so that a text full of openings costs little', (open, close) => {
    expect(render(`${open}${'a'.repeat(3_900)}${close}`)).toContain('class="math');
    expect(render(`${open}${'a'.repeat(4_100)}${close}`)).not.toContain('class="math');
  });
});
