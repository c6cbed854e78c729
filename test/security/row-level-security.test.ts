import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EYES } from './rows/eyes.js';
import { RULES, Twin } from './rows/twin.js';

jest.setTimeout(60_000);
let twin: Twin;
beforeAll(async () => {
  twin = await Twin.make();
});
afterAll(() => twin.end());

describe('the second wall: every table × whoever asks × read, insert, update, delete', () => {
  it('is written by hand for each table that the server reaches, and for no other', async () => {
    expect(await twin.tables()).toEqual(Object.keys(RULES).sort());
  });

  it('lets through what the processes say, and nothing else', async () => {
    const faults = await twin.undone(() => twin.faultsIn(Object.keys(RULES)));

    expect(faults).toEqual([]);
    const rows = Object.values(RULES).reduce((sum, { rows: laid }) => sum + laid.length, 0);
    expect(rows * Object.keys(EYES).length).toBeGreaterThan(10_000);
  });
});
