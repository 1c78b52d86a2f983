import { describe, expect, it } from 'vitest';

import { slideRenderer } from './render-slide.ts';

const render = slideRenderer({ breaks: true });
const LINK = '<a href="https://example.org">quay</a>';

describe('brackets that are never closed', () => {
  it('are text, and do not keep a link behind them from being one', () => {
    expect(render(`${'[ '.repeat(50)}[quay](https://example.org)`)).toContain(LINK);
    expect(render(`${'![ '.repeat(50)}![quay](https://example.org)`)).toContain('<img src="https://example.org"');
  });

  it('make all brackets behind them text where there are thousands, in that paragraph alone', () => {
    const html = render(`${'!['.repeat(5_000)} [quay](https://example.org)\n\n[quay](https://example.org)`);
    expect(html.split(LINK)).toHaveLength(2);
    expect(html).toContain('[quay](<a');
  });
});
