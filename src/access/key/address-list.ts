import { isIP } from 'node:net';
import { networkIn, networkList } from '../../platform/http/network-list.js';

/** Most lines of a list: a bank's systems stand in a few networks. */
export const MOST_ADDRESSES = 20;

/** The shortest prefix that still is a bank's own network. */
const WIDEST = { ipv4: 16, ipv6: 32 } as const;

export type AddressFault = 'address-invalid' | 'address-too-wide';

/** What stands against one line, an address or a network in CIDR notation; undefined when nothing does. */
export function addressFault(line: string): AddressFault | undefined {
  const network = networkIn(line);
  if (network === undefined) return 'address-invalid';
  return network.prefix < WIDEST[network.family] ? 'address-too-wide' : undefined;
}

/** Asked whether an address is in it. */
export function addressList(lines: readonly string[]): (address: string) => boolean {
  const list = networkList(lines.filter((line) => networkIn(line) !== undefined));
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}
