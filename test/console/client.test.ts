import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { clientOf } from '../../scripts/api-client.mjs';
import { world } from '../support/world.js';

describe('what the console knows of the API is what the API says of itself', () => {
  it('types and forms are those that `npm run api-client` would write now', async () => {
    const answer = await fetch(new URL('/api/v1/openapi.json', world().url));
    const document = (await answer.json()) as object;

    for (const [path, text] of Object.entries(clientOf(document))) {
      expect([basename(path), readFileSync(path, 'utf8') === text]).toEqual([basename(path), true]);
    }
  }, 60_000);
});
