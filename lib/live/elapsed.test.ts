import { expect, it } from 'vitest';
import { elapsed } from './elapsed.ts';

it('shows minutes and seconds', () => expect(elapsed(247_000)).toBe('4:07'));
it('shows hours once there are some', () => expect(elapsed(3_729_000)).toBe('1:02:09'));
it('does not run backwards when clocks differ', () => expect(elapsed(-5000)).toBe('0:00'));
