/**
 * Codes of invented firms, with a check of GB 32100-2015 written apart from the product's: each of the first seventeen
 * characters counts its value times a power of three, and the last one makes the sum a multiple of 31.
 */
const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const JINJIANG = '350582';

let serial = 0;

/** The code of a firm that no other test has heard of, registered in this division. */
export function aCreditCode(division = JINJIANG): string {
  serial += 1;
  const body = `91${division}MA2T${String(serial).padStart(5, '0')}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += SYMBOLS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + SYMBOLS.charAt((31 - (sum % 31)) % 31);
}
