import { describe, expect, it } from 'vitest';
import { presenterCommand } from './presenter-key.ts';

const pressed = (key: string, change: object = {}) =>
  presenterCommand({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    defaultPrevented: false,
    ...change,
  });

describe('keys of whoever presents', () => {
  it.each([
    ['b', { type: 'blank' }],
    ['B', { type: 'blank' }],
    ['g', { type: 'jump', typed: '' }],
    ['7', { type: 'jump', typed: '7' }],
    ['Escape', { type: 'leave' }],
    ['x', null],
    ['ArrowRight', null],
    ['constructor', null],
  ])('%s', (key, command) => {
    expect(pressed(key)).toEqual(command);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey', 'repeat', 'defaultPrevented'])('does nothing with %s', (change) => {
    expect(pressed('b', { [change]: true })).toBeNull();
  });
});
