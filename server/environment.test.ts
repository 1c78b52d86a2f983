import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      dataDir: path.resolve('data'),
      trustProxy: false,
    });
  });

  it('counts empty values as unset', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('keeps the origin of PUBLIC_URL', () => {
    expect(readEnvironment({ PUBLIC_URL: 'https://plenum.example.org/' }).publicUrl).toBe('https://plenum.example.org');
  });

  it.each([
    [{ PORT: 'eighty' }, /^PORT must be a number/],
    [{ PORT: '70000' }, /^PORT must be a number/],
    [{ PUBLIC_URL: 'plenum.example.org' }, /^PUBLIC_URL must be an address/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with/],
    [{ TRUST_PROXY: 'perhaps' }, /^TRUST_PROXY must be/],
    [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must have/],
    [{ REDIS_URL: 'redis://localhost' }, /^REDIS_URL is set but DATABASE_URL is not/],
  ])('refuses %o in a sentence', (environment, sentence) => {
    expect(() => readEnvironment(environment)).toThrow(sentence);
  });
});
