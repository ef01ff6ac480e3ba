import { expect, it } from 'vitest';
import { findNetworks } from '@/lib/http/network';

it.each([
  ['192.0.2.77', '192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2/64', '2001:db8:1/48'],
  ['2001:DB8:0001:0002::9', '2001:db8:1:2/64', '2001:db8:1/48'],
  ['2001:db8::9', '2001:db8:0:0/64', '2001:db8:0/48'],
  ['fe80::1%eth0', 'fe80:0:0:0/64', 'fe80:0:0/48'],
  ['::1', '0:0:0:0/64', '0:0:0/48'],
])('security 10.c: counts %s as %s and within %s', (address, near, wide) => {
  expect(findNetworks(address)).toEqual({ near, wide });
});

it('counts what is no address as one', () => {
  for (const address of [null, '', 'somewhere']) expect(findNetworks(address).near).toBe('unknown');
});
