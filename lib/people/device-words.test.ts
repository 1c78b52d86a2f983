import { describe, expect, it } from 'vitest';
import { deviceOf } from './device-words.ts';

const GECKO = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0';
const PIXEL =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36';

describe('a device in words', () => {
  it.each([
    [GECKO, 'Firefox', 'Linux'],
    [PHONE, 'Safari', 'iPhone'],
    [EDGE, 'Edge', 'Windows'],
    [PIXEL, 'Chrome', 'Android'],
    ['curl/8.5.0', null, null],
    [null, null, null],
  ])('of %s is %s on %s', (header, browser, system) => {
    expect(deviceOf(header)).toEqual({ browser, system });
  });
});
