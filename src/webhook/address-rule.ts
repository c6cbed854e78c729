import { lookup as resolve } from 'node:dns';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { namedNetworks, networkList } from '../platform/http/network-list.js';

/** Not on the public internet: the special-purpose registries of IANA (RFC 6890 and what followed). */
const SPECIAL = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const special = networkList(SPECIAL);

/** Why a message is not sent to an address. */
export type AddressFault = 'not-https' | 'credentials' | 'not-public' | 'bad-url';

/**
 * Where the server may be made to connect to (OWASP API7): public addresses by https, and the private networks that the
 * operator has named, such as the line to the banks. What a name stands for is asked at every connection, and the connection goes
 * to the very address that was judged.
 */
export class AddressRule {
  private readonly own: BlockList;

  constructor(networks: readonly string[]) {
    this.own = namedNetworks(networks);
  }

  /** What can be said of an address by looking at it; undefined when nothing is wrong with it so far. */
  faultIn(text: string): AddressFault | undefined {
    if (!URL.canParse(text)) return 'bad-url';
    const { protocol, username, password, hostname, hash } = new URL(text);
    if (protocol !== 'https:' && protocol !== 'http:') return 'bad-url';
    if (username !== '' || password !== '') return 'credentials';
    if (hash !== '') return 'bad-url';
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) === 0) return protocol === 'https:' ? undefined : 'not-https';
    if (this.isOwn(literal)) return undefined;
    if (!this.isAllowed(literal)) return 'not-public';
    return protocol === 'https:' ? undefined : 'not-https';
  }

  isAllowed(address: string): boolean {
    if (this.isOwn(address)) return true;
    return !isIn(special, address);
  }

  /** For `node:http`: the name is asked once, and all of its addresses must be allowed. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const bad = error === null ? found.find(({ address }) => !this.isAllowed(address)) : undefined;
      const [first] = error === null ? found : [];
      if (error !== null) callback(error, []);
      else if (bad !== undefined || first === undefined) callback(new NotPublic(), []);
      else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };

  private isOwn(address: string): boolean {
    return isIn(this.own, address);
  }
}

/** A name stands for an address that nothing is sent to. */
export class NotPublic extends Error {
  constructor() {
    super('The name stands for an address that is not public.');
  }
}

/** Node's list knows an IPv4 address in its IPv6 form (`::ffff:127.0.0.1`) too. */
function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
