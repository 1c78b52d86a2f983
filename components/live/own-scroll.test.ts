import { expect, it } from 'vitest';
import { OwnScroll } from './own-scroll.ts';

function gliding(from = 0, to = 400): OwnScroll {
  const scroll = new OwnScroll();
  scroll.began(from, to, 1000);
  return scroll;
}

it('takes scrolling for the page’s own until it has come to where it wanted', () => {
  const scroll = gliding();
  expect(scroll.isOwn(1300)).toBe(true);
  scroll.ended(120);
  expect(scroll.isOwn(1300)).toBe(true);
  scroll.ended(400.5);
  expect(scroll.isOwn(1301)).toBe(false);
});

it('takes it for a person’s as soon as they do something', () => {
  const scroll = gliding();
  scroll.stopped();
  expect(scroll.isOwn(1001)).toBe(false);
});

it('does not wait for an end that nobody tells, or for a way of no length', () => {
  expect(gliding().isOwn(2000)).toBe(false);
  expect(gliding(400, 400).isOwn(1001)).toBe(false);
});
