import { expect, it } from 'vitest';

import { LONGEST_QUERY } from './parse-query.ts';
import { searchFormSchema } from './search-form.ts';

it('a search that is too long is cut, and no half of a character is left of it', () => {
  const { q } = searchFormSchema.parse({ q: `${'x'.repeat(LONGEST_QUERY - 1)}🚢 and more` });
  expect(q).toHaveLength(LONGEST_QUERY);
  expect(q.isWellFormed()).toBe(true);
});
