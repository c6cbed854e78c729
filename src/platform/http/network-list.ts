import { BlockList, isIP } from 'node:net';

export interface Network {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

const BITS = { ipv4: 32, ipv6: 128 } as const;

/** An address, or a network in the notation of RFC 4632; undefined when it is neither. */
export function networkIn(line: string): Network | undefined {
  const [address = '', said, ...rest] = line.split('/');
  const version = isIP(address);
  // A zone names an interface of one machine; nobody comes from there, and nothing is sent there.
  if (version === 0 || rest.length > 0 || address.includes('%')) return undefined;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (said !== undefined && !/^\d{1,3}$/.test(said)) return undefined;
  const prefix = said === undefined ? BITS[family] : Number(said);
  return prefix > BITS[family] ? undefined : { address, prefix, family };
}

/** Node's own list, which knows an IPv4 address in its IPv6 form too. @throws {Error} naming the line that is no network */
export function networkList(lines: readonly string[]): BlockList {
  const list = new BlockList();
  for (const line of lines) {
    const network = networkIn(line);
    if (network === undefined)
      throw new Error(`${line.replace(/\/$/, '')} is no network such as 10.20.0.0/16.`);
    list.addSubnet(network.address, network.prefix, network.family);
  }
  return list;
}

/** The same for a setting that names whole networks: a single address says so itself, as `/32` or `/128`. */
export function namedNetworks(lines: readonly string[]): BlockList {
  return networkList(lines.map((line) => (line.includes('/') ? line : `${line}/`)));
}
