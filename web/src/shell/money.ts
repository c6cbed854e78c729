/** Yuan as the server takes them, no finer than a fen. */
export const YUAN = /^(0|[1-9]\d{0,13})(\.\d{1,2})?$/;

/** `6000000.00` → `6,000,000.00`. Digits only: an amount never becomes a floating number. */
export function withSeparators(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** What somebody typed in yuan or 万元, as yuan with two decimals; undefined when it is no amount or finer than a fen. */
export function yuanFrom(typed: string, unit: 'yuan' | 'wan'): string | undefined {
  const match = /^(\d{1,14})(?:\.(\d{1,6}))?$/.exec(typed.replaceAll(/[,，\s]/g, ''));
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  const places = unit === 'wan' ? 6 : 2;
  if (fraction.length > places) return undefined;
  const fen = BigInt(whole + fraction.padEnd(places, '0'));
  return yuan(fen);
}

/** `6000000.00` → `600`; in 万元, without needless zeros. */
export function wanOf(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const fen = BigInt(whole + fraction.padEnd(2, '0'));
  const tail = String(fen % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return tail === '' ? String(fen / 1_000_000n) : `${String(fen / 1_000_000n)}.${tail}`;
}

function yuan(fen: bigint): string {
  return `${String(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;
}
