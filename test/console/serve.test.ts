import { describe, expect, it } from '@jest/globals';
import { world } from '../support/world.js';

function get(path: string): Promise<Response> {
  return fetch(new URL(path, world().url));
}

describe('the console is served by the process that answers it', () => {
  it.each(['/', '/worklist', '/filings/01a20cb0-3ddb-76fa-a3f1-f900a6acb597', '/login?next=/inbox'])(
    '%s is its page, and is never kept',
    async (path) => {
      const answer = await get(path);

      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain('<div id="root"></div>');
    },
  );

  it('allows no script but its own files', async () => {
    const answer = await get('/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    const page = await answer.text();

    expect(policy).toMatch(/(^|;)script-src 'self'(;|$)/);
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
    expect(page).not.toMatch(/ on[a-z]+=/);
  });

  it('assets bear the hash of what they hold, and may be kept for a year', async () => {
    const page = await (await get('/')).text();
    const [asset = ''] = /\/assets\/index-[\w-]+\.js/.exec(page) ?? [];

    const answer = await get(asset);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/api/v1/none', '/api/none', '/assets/none.js', '/docs/none', '/metrics/none'])(
    '%s is missing, and no page',
    async (path) => {
      const answer = await get(path);

      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    },
  );

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/.built-from'])(
    '%s leads to nothing outside, and to nothing hidden',
    async (path) => {
      const text = await (await get(path)).text();

      expect(text).not.toContain('wendai-console');
      expect(text).not.toMatch(/^[0-9a-f]{64}$/);
    },
  );
});
