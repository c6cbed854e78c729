import { describe, expect, it } from '@jest/globals';
import { AddressRule, NotPublic } from '../../src/webhook/address-rule.js';

const rule = new AddressRule(['10.20.0.0/16', 'fd12:3456::/32']);

/** OWASP API7: what a bank may not make the server connect to. */
const REFUSED: [url: string, fault: string][] = [
  ['https://127.0.0.1/', 'not-public'],
  ['https://127.1/', 'not-public'],
  ['https://2130706433/', 'not-public'],
  ['https://0x7f000001/', 'not-public'],
  ['https://0177.0.0.1/', 'not-public'],
  ['https://0/', 'not-public'],
  ['https://0.0.0.0/', 'not-public'],
  ['https://10.0.0.1/', 'not-public'],
  ['https://10.19.255.255/', 'not-public'],
  ['https://10.21.0.0/', 'not-public'],
  ['https://100.64.0.1/', 'not-public'],
  ['https://169.254.169.254/latest/meta-data/', 'not-public'],
  ['https://172.16.0.1/', 'not-public'],
  ['https://172.31.255.255/', 'not-public'],
  ['https://192.168.1.1/', 'not-public'],
  ['https://198.18.0.1/', 'not-public'],
  ['https://203.0.113.7/', 'not-public'],
  ['https://224.0.0.1/', 'not-public'],
  ['https://255.255.255.255/', 'not-public'],
  ['https://[::]/', 'not-public'],
  ['https://[::1]/', 'not-public'],
  ['https://[::ffff:127.0.0.1]/', 'not-public'],
  ['https://[::ffff:7f00:1]/', 'not-public'],
  ['https://[::ffff:10.0.0.1]/', 'not-public'],
  ['https://[::127.0.0.1]/', 'not-public'],
  ['https://[64:ff9b::7f00:1]/', 'not-public'],
  ['https://[2002:7f00:1::]/', 'not-public'],
  ['https://[fc00::1]/', 'not-public'],
  ['https://[fd00::1]/', 'not-public'],
  ['https://[fe80::1]/', 'not-public'],
  ['https://[ff02::1]/', 'not-public'],
  ['https://[2001:db8::1]/', 'not-public'],
  ['http://hooks.bank.example/', 'not-https'],
  ['http://93.184.216.34/', 'not-https'],
  ['https://user:secret@hooks.bank.example/', 'credentials'],
  ['https://hooks.bank.example/#part', 'bad-url'],
  ['ftp://hooks.bank.example/', 'bad-url'],
  ['file:///etc/passwd', 'bad-url'],
  ['gopher://127.0.0.1:5432/', 'bad-url'],
  ['javascript:alert(1)', 'bad-url'],
  ['//hooks.bank.example/', 'bad-url'],
  ['hooks.bank.example', 'bad-url'],
  ['https://[not-an-address]/', 'bad-url'],
];

describe('OWASP API7: where messages to banks’ systems may go', () => {
  it.each(REFUSED)('not to %s: %s', (url, fault) => {
    expect(rule.faultIn(url)).toBe(fault);
  });

  it.each([
    'https://hooks.bank.example/wendai',
    'https://93.184.216.34/',
    'https://[2606:2800:220:1::1]/',
    'http://10.20.3.4:8080/wendai',
    'https://10.20.3.4/',
    'http://[fd12:3456::7]/',
  ])('to %s, since it is public or named by the operator', (url) => {
    expect(rule.faultIn(url)).toBeUndefined();
  });

  it('a name that stands for the machine itself is asked and refused, all of its addresses or one', async () => {
    await expect(lookedUp('localhost', true)).rejects.toThrow(NotPublic);
    await expect(lookedUp('localhost', false)).rejects.toThrow(NotPublic);
  });

  it('a network that is none stops the start', () => {
    expect(() => new AddressRule(['10.20.0.0'])).toThrow('10.20.0.0 is no network such as 10.20.0.0/16.');
    expect(() => new AddressRule(['10.20.0.0/33'])).toThrow('10.20.0.0/33');
  });
});

function lookedUp(name: string, all: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    rule.lookup(name, { all }, (error, address) => (error === null ? resolve(address) : reject(error)));
  });
}
