import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Public by its range, but answered within the machine room: it tells machines of a cloud their secrets. */
const METADATA = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one on the public internet: nothing of this machine, its network, its provider's inside, or what an address
 * of another kind leads to. Anything that is no plain IP address is not.
 */
export function isPublicAddress(address: string): boolean {
  // What ipaddr.js reads besides, octal and short forms, no socket ever gives.
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6 ? isPublic6(parsed) : isPublic4(parsed);
}

function isPublic4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}

/** Whatever holds an IPv4 address is refused, but for NAT64, the way to the whole of IPv4 in networks that have none: it leads to the one within. */
function isPublic6(address: ipaddr.IPv6): boolean {
  if (address.match(NAT64)) return isPublic4(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  return address.range() === 'unicast' && address.match(GLOBAL) && !isIsatap(address);
}

function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x0200);
}
