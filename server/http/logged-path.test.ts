import { describe, expect, it } from 'vitest';
import { loggedPath } from './logged-path.ts';

describe('a path in the log', () => {
  it.each([
    ['/harbour/2024-12-12/deck?x=1', '/harbour/2024-12-12/deck'],
    ['/-/link/abc_DEF-123', '/-/link/…'],
    ['/-/setup/abc?y', '/-/setup/…'],
    ['/-/reset/abc/more', '/-/reset/…'],
    ['/-/sign-in-link/abc', '/-/sign-in-link/…'],
    ['/-/invitation/abc', '/-/invitation/…'],
    ['/sync/deck?ticket=abc', '/sync/deck'],
    [undefined, ''],
  ])('of %s is %s', (url, path) => {
    expect(loggedPath(url)).toBe(path);
  });
});
