import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each([
  ['this machine', '127.0.0.1 127.255.255.254 ::1'],
  ['nothing yet', '0.0.0.0 0.1.2.3 ::'],
  ['a network of one’s own', '10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 fc00::1 fd12:3456::1 fec0::1'],
  ['the next cable', '169.254.1.1 fe80::1 fe80::1%eth0'],
  ['secrets of a cloud', '169.254.169.254 fd00:ec2::254 100.100.100.200 192.0.0.192 168.63.129.16'],
  ['a provider’s inside', '100.64.0.1 100.127.255.255'],
  ['many at once', '224.0.0.1 239.255.255.255 255.255.255.255 ff02::1'],
  [
    'reserved',
    '240.0.0.1 192.0.0.1 192.0.2.1 198.51.100.1 203.0.113.1 198.18.0.1 192.88.99.1 100::1 2001:db8::1 3fff::1',
  ],
  ['IPv4 within IPv6', '::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1'],
  ['a tunnel', '2002:7f00:1:: 2002:808:808:: 2001:0:1:2:3:4:5:6 2606:4700::5efe:10.0.0.1 2606:4700::200:5efe:8.8.8.8'],
  ['private by NAT64', '64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::8.8.8.8'],
  ['no IP address', '127.1 0x7f.0.0.1 017700000001 2130706433 localhost 8.8.8.8.8 [::1] 2606:4700::1111%1'],
])('refuses %s', (_what, addresses) => {
  for (const address of ['', ...addresses.split(' ')])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
});

it.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e', '64:ff9b::8.8.8.8'])(
  'takes %s',
  (address) => expect(isPublicAddress(address)).toBe(true),
);
