import { describe, expect, it } from 'vitest';

import { dateInFileName, dateInText, withoutDates } from './found-dates.ts';

describe('the date in a file name', () => {
  it.each([
    ['20240502.md', '2024-05-02'],
    ['calls/2024-05-02.md', '2024-05-02'],
    ['20230831-slides.md', '2023-08-31'],
    ['2024_05_02 harbour call.markdown', '2024-05-02'],
    ['call-20240502.txt', '2024-05-02'],
    ['harbour 2.5.2024.md', '2024-05-02'],
  ])('%s is of %s', (name, date) => {
    expect(dateInFileName(name)).toBe(date);
  });

  it.each([
    'template.md',
    '003_20241302.txt',
    'a1b220240502ff.md',
    '2024-13-02.md',
    '2024/notes.md',
    'b20240502.md',
    '202405021.md',
  ])('%s has none', (name) => {
    expect(dateInFileName(name)).toBeNull();
  });
});

describe('the date in a heading', () => {
  it.each([
    ['Harbour call 2024-05-02', '2024-05-02'],
    ['Harbour call, 2 May 2024', '2024-05-02'],
    ['Hafenrunde am 2. Mai 2024', '2024-05-02'],
    ['May 2nd, 2024: call', '2024-05-02'],
    ['Runde 02.05.2024', '2024-05-02'],
  ])('%s', (heading, date) => {
    expect(dateInText(heading)).toBe(date);
  });

  it('is not guessed from what stands for one', () => {
    for (const heading of ['Call 202X-XX-XX', 'Call 2024', '31 June 2024', 'Release 2024.1'])
      expect(dateInText(heading)).toBeNull();
  });

  it('can be taken out of a title', () => {
    expect(withoutDates('Harbour call 2024-05-02')).toBe('Harbour call');
    expect(withoutDates('2024-05-02 – Harbour call')).toBe('Harbour call');
    expect(withoutDates('Harbour call (2 May 2024)')).toBe('Harbour call');
    expect(withoutDates('2024-05-02')).toBe('');
    expect(withoutDates('Release (beta)')).toBe('Release (beta)');
  });
});
