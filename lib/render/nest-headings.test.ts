import { describe, expect, it } from 'vitest';
import { nestHeadings } from './nest-headings.ts';

describe('headings of a slide in a document', () => {
  it('stand below the section’s', () =>
    expect(nestHeadings('<h1>A</h1>\n<h2>B</h2>', 2)).toBe('<h3>A</h3>\n<h4>B</h4>'));
  it('leave no level out', () =>
    expect(nestHeadings('<h3>A</h3><h6>B</h6><h1>C</h1>', 2)).toBe('<h3>A</h3><h4>B</h4><h3>C</h3>'));
  it('end at the sixth', () => expect(nestHeadings('<h5>A</h5><h6>B</h6>', 5)).toBe('<h6>A</h6><h6>B</h6>'));
  it('change nothing else', () =>
    expect(nestHeadings('<p>&lt;h1&gt; <a href="#h1">h1</a></p>', 2)).toBe('<p>&lt;h1&gt; <a href="#h1">h1</a></p>'));
});
