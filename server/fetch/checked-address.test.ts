import { describe, expect, it } from 'vitest';
import { messages } from '#lib/messages/en.ts';
import { checkAddress } from './checked-address.ts';
import { STRICT } from './fetch-policy.ts';

const says = messages.foreignPictures.fetch;

/** Why an address is refused under the rules that hold unless somebody says otherwise. */
async function refusal(address: string): Promise<unknown> {
  return checkAddress(address, STRICT).then(
    ({ addresses }) => addresses,
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
}

describe('an address that leads to this machine', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '017700000001',
    '0177.0.0.01',
    '0x7f.0x0.0x0.0x1',
    '0x7f000001',
    '0X7F.1',
    '127.0.0.1.',
    '%31%32%37.0.0.1',
    '%6cocalhost',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::FFFF:7F00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '0',
    '0.0.0.0',
  ])('%s is refused', async (host) => {
    for (const address of [
      `http://${host}/a.png`,
      `HTTPS://${host}/a.png`,
      `http:${host}/a.png`,
      `http:\\\\${host}\\a`,
    ])
      expect([address, await refusal(address)]).toEqual([address, expect.stringContaining('is no public server')]);
  });
});

it.each([
  ['http://10.0.0.7/', says.notPublic('10.0.0.7')],
  ['http://169.254.169.254/latest/meta-data/', says.notPublic('169.254.169.254')],
  ['http://0xA9FEA9FE/', says.notPublic('169.254.169.254')],
  ['http://[fd00:ec2::254]/', says.notPublic('[fd00:ec2::254]')],
  ['http://100.100.100.200/', says.notPublic('100.100.100.200')],
  ['http://ada@8.8.8.8/a.png', says.credentials],
  ['http://:secret@8.8.8.8/a.png', says.credentials],
  ['http://8.8.8.8@127.0.0.1/a.png', says.credentials],
  ['http://[fe80::1%25eth0]/a.png', says.noAddress],
  ['http://[::1/a.png', says.noAddress],
  ['http://127.0.0.256/', says.noAddress],
  ['//8.8.8.8/a.png', says.noAddress],
  ['assets/a.png', says.noAddress],
  ['http://8.8.8.8:22/', says.port('22')],
  ['http://8.8.8.8:6379/', says.port('6379')],
  ['https://8.8.8.8:5432/', says.port('5432')],
  ['file:///etc/passwd', says.scheme('file:')],
  ['ftp://8.8.8.8/a.png', says.scheme('ftp:')],
  ['gopher://8.8.8.8/', says.scheme('gopher:')],
  ['data:image/png;base64,AA', says.scheme('data:')],
  ['javascript:alert(1)', says.scheme('javascript:')],
  ['ws://8.8.8.8/', says.scheme('ws:')],
])('%s is refused in its own sentence', async (address, sentence) => {
  expect(await refusal(address)).toBe(sentence);
});

describe('a public address', () => {
  it.each([
    ['http://8.8.8.8/a.png', 80],
    ['https://8.8.8.8/a.png', 443],
    ['http://8.8.8.8:8080/a.png', 8080],
    ['https://8.8.8.8:8443/a.png', 8443],
    ['http://0x08080808/a.png', 80],
  ])('%s is asked at port %i', async (address, port) => {
    expect(await checkAddress(address, STRICT)).toMatchObject({ host: '8.8.8.8', port, addresses: ['8.8.8.8'] });
  });

  it('is one only when each of its IP addresses is', async () => {
    const named = (...addresses: readonly string[]) =>
      checkAddress('https://pictures.example./a.png', { ...STRICT, lookup: async () => addresses });
    expect(await named('8.8.8.8', '2606:4700:4700::1111')).toMatchObject({ host: 'pictures.example' });
    for (const bad of ['127.0.0.1', '::1', '::ffff:10.0.0.1', 'nonsense', ''])
      await expect(named('8.8.8.8', bad)).rejects.toThrow(says.notPublic('pictures.example'));
    await expect(named()).rejects.toThrow(says.unknownHost('pictures.example'));
  });
});

it('lets a server be named, at one port of it and in any spelling', async () => {
  const policy = { ...STRICT, named: new Set(['127.0.0.1:9000', '[fd00::7]:80']) };
  expect(await checkAddress('http://0x7f.1:9000/a.png', policy)).toMatchObject({ addresses: ['127.0.0.1'] });
  expect(await checkAddress('http://[FD00:0::7]/a.png', policy)).toMatchObject({ host: 'fd00::7' });
  await expect(checkAddress('http://127.0.0.1/a.png', policy)).rejects.toThrow('no public server');
  await expect(checkAddress('http://127.0.0.1:9001/a.png', policy)).rejects.toThrow('ports');
  await expect(checkAddress('http://a:b@127.0.0.1:9000/a.png', policy)).rejects.toThrow(says.credentials);
});
