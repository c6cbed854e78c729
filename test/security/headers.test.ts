import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { City } from '../faults/city.js';
import { PASSWORD } from '../support/client.js';

jest.setTimeout(60_000);
const YEAR_SECONDS = 31_536_000;
let city: City;
let url: string;
beforeAll(async () => {
  city = await City.found();
  ({ url } = await city.startNode({ PUBLIC_URL: 'https://wendai.test' }));
});
afterAll(() => city.raze());

describe('OWASP ASVS 3.3, 3.4: a server whose people come over TLS', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/api/v1/openapi.json'],
    ['GET', '/api/v1/filings'],
    ['GET', '/api/v1/nowhere'],
    ['POST', '/api/v1/session'],
    ['GET', '/readyz'],
    ['GET', '/docs'],
  ])(
    'tells every browser to stay there, to guess nothing and to frame nothing: %s %s',
    async (method, path) => {
      const { headers } = await fetch(`${url}${path}`, { method });

      const [age] = /(?<=max-age=)\d+/.exec(headers.get('strict-transport-security') ?? '') ?? [];
      expect(Number(age)).toBeGreaterThanOrEqual(YEAR_SECONDS);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(/script-src[^;]*/.exec(policy)?.[0] ?? policy).not.toContain('unsafe-inline');
    },
  );

  it('gives a session in a cookie that no other host and no script can set or read', async () => {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'jinli.maker', password: PASSWORD }),
    });

    expect(answer.headers.getSetCookie()).toHaveLength(1);
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^__Host-wendai-session=/);
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(word);
    expect(cookie).not.toContain('Domain');
  });
});
