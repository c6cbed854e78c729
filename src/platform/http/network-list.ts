import { BlockList, isIP } from 'node:net';

/** Networks in the notation of RFC 4632, as a list that addresses are looked up in. @throws {Error} naming the bad one */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    if (version === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) {
      throw new Error(`${network} is no network such as 10.20.0.0/16.`);
    }
    list.addSubnet(address, Number(bits), version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
