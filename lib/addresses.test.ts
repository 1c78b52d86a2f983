import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeriesSlug, parseCallAddress, safeNext, slugOf } from './addresses.ts';

describe('a series slug', () => {
  it('is made of a name as people write it', () => {
    expect(slugOf('Größe & Übersicht: Hafen-Call')).toBe('groe-ubersicht-hafen-call'.replace('groe', 'grosse'));
    expect(slugOf('!!!')).toBe('series');
    expect(slugOf('API')).toBe('api-series');
  });

  it('is valid for any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => isSeriesSlug(slugOf(name))));
  });

  it.each(['api', 'sync', '-', 'a/b', '', 'Ä', '-a', 'a'.repeat(61)])('cannot be %s', (slug) => {
    expect(isSeriesSlug(slug)).toBe(false);
  });
});

describe('the address of a call', () => {
  it.each([
    ['2024-12-12', { call: '2024-12-12', date: '2024-12-12', edition: null }],
    ['2024-12-12-2', { call: '2024-12-12-2', date: '2024-12-12', edition: null }],
    ['2024-12-12@3', { call: '2024-12-12', date: '2024-12-12', edition: 3 }],
    ['2024-12-12-1', null],
    ['2024-12-12@0', null],
    ['2024-12-12@1@2', null],
    ['now', null],
  ])('%s', (text, parsed) => {
    expect(parseCallAddress(text)).toEqual(parsed);
  });
});

describe('where to go after signing in', () => {
  it.each(['/harbour', '/harbour/2024-12-12/deck?x=1'])('%s is taken', (next) => {
    expect(safeNext(next)).toBe(next);
  });
  it.each([
    '//evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/x/%2e%2e//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/a b',
  ])('%s is not', (next) => {
    expect(safeNext(next)).toBeNull();
  });
});
