import { describe, expect, it, jest } from '@jest/globals';
import { world } from '../support/world.js';

// A hundred pieces, one after the other, on a machine that has other work.
jest.setTimeout(60_000);

/** words.md: a report is not a licence, and nothing that a person reads may sound like one. */
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/g;

/** What names these words in order to keep them out: the warning, and what it looks for. */
const ABOUT_THE_WORDS = ['本意见不是行政许可，不得要求银行放贷或收贷。', '批准|不同意|禁止|责令'];

describe('the console as it is served', () => {
  it('speaks of reports, never of licences', async () => {
    const { url } = world();
    const seen = new Map<string, string>();
    await read(`${url}/`, seen);

    const found = [...seen].flatMap(([address, text]) => {
      const own = ABOUT_THE_WORDS.reduce((rest, about) => rest.replaceAll(about, ''), text);
      return (own.match(FORBIDDEN) ?? []).map((word) => `${address}: ${word}`);
    });

    // Every page is a piece of its own: there are many, or they were not found.
    expect(seen.size).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});

/** A page or script, and everything of the console that it names. */
async function read(address: string, seen: Map<string, string>): Promise<void> {
  if (seen.has(address)) return;
  const text = await (await fetch(address)).text();
  seen.set(address, text);
  for (const [, name] of text.matchAll(/["'`](?:\/|\.\/)?(?:assets\/)?([\w.-]+-[\w-]{8}\.js)["'`]/g)) {
    await read(new URL(`/assets/${String(name)}`, address).href, seen);
  }
}
