import { BlockList, isIP } from 'node:net';

/** Most lines of a list: a bank's systems stand in a few networks. */
export const MOST_ADDRESSES = 20;

const FAMILIES = {
  4: { family: 'ipv4', bits: 32, widest: 16 },
  6: { family: 'ipv6', bits: 128, widest: 32 },
} as const;

export type AddressFault = 'address-invalid' | 'address-too-wide';

/** What stands against one line, an address or a network in CIDR notation; undefined when nothing does. */
export function addressFault(line: string): AddressFault | undefined {
  const network = networkOf(line);
  if (network === undefined) return 'address-invalid';
  return network.prefix < network.widest ? 'address-too-wide' : undefined;
}

/** Node's own list, which knows an IPv4 address in its IPv6 form too. Asked whether an address is in it. */
export function addressList(lines: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const line of lines) {
    const network = networkOf(line);
    if (network !== undefined) list.addSubnet(network.address, network.prefix, network.family);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

function networkOf(line: string) {
  const [address = '', said, ...rest] = line.split('/');
  const version = isIP(address);
  // A zone names an interface of one machine; nobody comes from there.
  if ((version !== 4 && version !== 6) || rest.length > 0 || address.includes('%')) return undefined;
  const { family, bits, widest } = FAMILIES[version];
  if (said !== undefined && !/^\d{1,3}$/.test(said)) return undefined;
  const prefix = said === undefined ? bits : Number(said);
  return prefix > bits ? undefined : { address, prefix, family, widest };
}
