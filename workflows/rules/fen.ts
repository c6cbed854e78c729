/** Money in integer fen (分). In JSON and in contexts it is a decimal string of yuan, `"5000000.00"`. */
export type Fen = bigint;

/** At most two decimals and fourteen digits, no leading zeros, ASCII only: what the API takes as an amount. */
export const YUAN_PATTERN = /^(0|[1-9]\d{0,13})(\.\d{1,2})?$/;

/** The same without an end: amounts add up to more digits than one of them may have. */
const SUM_PATTERN = /^(0|[1-9]\d*)(\.\d{1,2})?$/;

/** Undefined for every text that is no amount: `1e3`, `-1`, `007.5`, `1.005`, full-width digits. */
export function parseYuan(text: string): Fen | undefined {
  return YUAN_PATTERN.test(text) ? fenIn(text) : undefined;
}

/** Two decimals, no separators. A difference may be negative. */
export function formatYuan(fen: Fen): string {
  const magnitude = fen < 0n ? -fen : fen;
  const decimals = String(magnitude % 100n).padStart(2, '0');
  return `${fen < 0n ? '-' : ''}${magnitude / 100n}.${decimals}`;
}

/** An amount that the program itself holds: a policy's threshold, a filed amount, a sum. Throws when it is none. */
export function fenOf(yuan: string): Fen {
  if (!SUM_PATTERN.test(yuan)) throw new RangeError(`not an amount in yuan: ${yuan}`);
  return fenIn(yuan);
}

function fenIn(text: string): Fen {
  const [yuan = '', decimals = ''] = text.split('.');
  return BigInt(yuan) * 100n + BigInt(decimals.padEnd(2, '0'));
}
