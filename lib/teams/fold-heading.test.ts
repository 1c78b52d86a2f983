import { describe, expect, it } from 'vitest';
import { foldHeading } from './fold-heading.ts';

describe('spellings of one heading', () => {
  it.each([
    ['Team IAM & Security', 'TEAM IAM and Security:'],
    ['SIG Standardisation', '🛟 SIG Standardization'],
    ['Special Interest Group Docs', 'SIG-Docs'],
    ['Arbeitsgruppe Öffentlichkeit', 'AG  Offentlichkeit'],
    ['Team Аccess', 'Team Access'],
    ['Team\u200B Ops\u202E', 'Team Ops'],
    ['Straße', 'STRASSE'],
    ['Team Łódź, Øst + Nord', 'team lodz ost and nord'],
    ['Team А', 'Team A'],
    ['Working Group “Batch”', 'WG Batch'],
    ['Arbeitskreis Recht', 'AK Recht'],
    ['SIG Centre & Programme', 'SIG Center Program'],
    ['Don’t panic', 'Dont panic'],
    ['Ｔｅａｍ\tＯｐｓ', 'team ops'],
  ])('%s is %s', (one, other) => {
    expect(foldHeading(one)).toBe(foldHeading(other));
  });

  it.each([
    ['Team A', 'Team B'],
    ['SIG Node', 'SIG Network'],
    ['Gruppe 1', 'Gruppe 2'],
    ['Команда А', 'Komanda A'],
    ['C', 'C++ & Rust'],
    ['SIG C', 'SIG C++'],
    ['SIG C', 'SIG C#'],
    ['Team Net', 'Team .NET'],
    ['Team X', 'Team Y'],
    ['Team Y', 'Team'],
    ['Team Und', 'Team'],
    ['Team 2.1', 'Team 21'],
    ['Noise', 'Nose'],
  ])('%s is not %s', (one, other) => {
    expect(foldHeading(one)).not.toBe(foldHeading(other));
  });
});

it('folds to nothing only where there is no letter or digit', () => {
  expect(foldHeading(' – ? 🎉 \u3164')).toBe('');
  for (const heading of ['Y', 'and', '日本', '٣', 'Ⓜ']) expect(foldHeading(heading)).not.toBe('');
});

it('folding again changes nothing', () => {
  for (const heading of ['Special Interest Group C++', 'Team .NET & C#', 'AG Öffentlichkeit', 'Organising a centre'])
    expect(foldHeading(foldHeading(heading))).toBe(foldHeading(heading));
});

it('in time that does not grow with what somebody pastes into a heading', () => {
  const began = performance.now();
  for (const piece of ['and ', 'ис', '++', "a'", '.net', 'special interest ', '\u0301'])
    for (let time = 0; time < 50; time++) foldHeading(`${time}${piece.repeat(100_000)}`);
  expect(performance.now() - began).toBeLessThan(1_000);
});
