import { BlockList, isIP } from 'node:net';

/** Whether an address belongs to a proxy whose forwarded headers count. */
export type IsTrusted = (address: string) => boolean;

/** IPv4 as IPv4, also where it arrived on an IPv6 socket. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Takes addresses and networks in CIDR notation, as checked by lib/env. */
export function trustOnly(proxies: readonly string[]): IsTrusted {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  return (address) => isIP(address) !== 0 && list.check(address, family(address));
}

/**
 * The nearest address that is not a trusted proxy. X-Forwarded-For is read from its right end, which is the
 * only one a proxy vouches for, and not at all when the connection itself does not come from a proxy.
 */
export function clientAddress(request: {
  peer: string;
  forwardedFor: string | undefined;
  isTrusted: IsTrusted;
}): string {
  let nearest = plainAddress(request.peer);
  const hops = (request.forwardedFor ?? '').split(',').map((hop) => hop.trim());
  while (request.isTrusted(nearest)) {
    const hop = plainAddress((hops.pop() ?? '').replace(/^\[(.*)\](:\d+)?$|^(\d+\.[\d.]+):\d+$/, '$1$3'));
    if (isIP(hop) === 0) break;
    nearest = hop;
  }
  return nearest;
}
