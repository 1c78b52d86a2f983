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
  ])('%s is %s', (one, other) => {
    expect(foldHeading(one)).toBe(foldHeading(other));
  });

  it.each([
    ['Team A', 'Team B'],
    ['SIG Node', 'SIG Network'],
    ['Gruppe 1', 'Gruppe 2'],
    ['Команда А', 'Komanda A'],
    ['C', 'C++ & Rust'],
  ])('%s is not %s', (one, other) => {
    expect(foldHeading(one)).not.toBe(foldHeading(other));
  });
});
