import { isIPv4, isIPv6 } from 'node:net';

/** Whom an address counts as: whoever has it, and whoever has the network about it, within which it is easily changed. */
export type Networks = { near: string; wide: string };

/** An IPv6 customer has a /64 to change addresses within and is often given a /48; of IPv4 it is the address and its /24. */
export function findNetworks(address: string | null): Networks {
  if (address !== null && isIPv4(address))
    return { near: address, wide: `${address.split('.').slice(0, 3).join('.')}.0/24` };
  if (address === null || !isIPv6(address)) return { near: 'unknown', wide: 'unknown' };
  const groups = listGroups(address);
  return { near: `${groups.slice(0, 4).join(':')}/64`, wide: `${groups.slice(0, 3).join(':')}/48` };
}

/** The eight groups of an IPv6 address, written in one way. */
function listGroups(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const split = (text: string) => text.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - split(head).length - split(tail).length;
  const all = [...split(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...split(tail ?? '')];
  return all.map((group) => group.replace(/^0+(?=.)/, ''));
}
