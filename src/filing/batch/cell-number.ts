/** What spreadsheets show of a number, and all that they keep exactly. */
const SIGNIFICANT_DIGITS = 15;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** No day that an office reckons with lies behind it. */
const LAST_SERIAL = 200_000;

/** The built-in formats of days, among them those of Chinese spreadsheets (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/**
 * A number as the spreadsheet shows it: a file holds 5000000.1 as `5000000.0999999996`, the nearest number that a computer has.
 * Nothing is rounded that a person had typed: fifteen digits are as many as a cell takes. Larger ones keep their exponent, so that
 * no text goes on with digits that were lost.
 */
export function numberText(stored: string): string {
  const number = Number(stored);
  if (!Number.isFinite(number)) return stored;
  const shown = number.toPrecision(SIGNIFICANT_DIGITS);
  if (/e\+/.test(shown)) return number.toExponential().toUpperCase();
  const plain = /e-/.test(shown) ? number.toFixed(20) : shown;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** The day that a number of days since the epoch of the workbook stands for; the number itself where it is none. */
export function dateOfSerial(stored: string, epoch1904: boolean): string {
  const days = Math.floor(Number(stored));
  if (!(days > 0 && days < LAST_SERIAL)) return numberText(stored);
  return new Date((epoch1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS).toISOString().slice(0, 10);
}

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.has(id);
  // What stands in quotes or brackets is text, a colour or a language.
  return /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
}
