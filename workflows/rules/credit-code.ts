/**
 * 统一社会信用代码, GB 32100-2015: registering body (1), kind of body (1), division of registration (6), organisation code
 * (9, GB 11714), check character (1). The division says where a firm was registered, never where it works now.
 */

const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** 3^i mod 31 for the first seventeen places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** What people paste: full-width characters, spaces, hyphens and small letters become the code as it is printed. */
export function normaliseCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Whether a normalised code has the eighteen characters and the check character of GB 32100. */
export function isCreditCode(code: string): boolean {
  return SHAPE.test(code) && code.charAt(17) === checkCharacter(code.slice(0, 17));
}

/**
 * Whether the organisation code inside (places 9 to 17) passes GB 11714. Some codes given to older sole traders do not, so
 * this is worth a warning and never a refusal.
 */
export function hasValidOrganisationCode(code: string): boolean {
  return SHAPE.test(code) && code.charAt(16) === innerCheckCharacter(code.slice(8, 16));
}

/**
 * A code that passes both checks, for demonstration and tests: an enterprise (91) registered in `division` (six digits of
 * GB/T 2260), told apart by `serial` (0 to 887,503,680). Organisation numbers in MX are not known to be given out.
 */
export function creditCodeFor(division: string, serial: number): string {
  let organisation = '';
  for (let rest = serial; organisation.length < 6; rest = Math.floor(rest / SYMBOLS.length)) {
    organisation = SYMBOLS.charAt(rest % SYMBOLS.length) + organisation;
  }
  organisation = `MX${organisation}`;
  const body = `91${division}${organisation}${innerCheckCharacter(organisation)}`;
  return body + checkCharacter(body);
}

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * symbolValue(body, place), 0);
  return SYMBOLS.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714 counts letters on from A = 10 without gaps. */
function innerCheckCharacter(organisation: string): string {
  const sum = INNER_WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number.parseInt(organisation.charAt(place), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

function symbolValue(body: string, place: number): number {
  return SYMBOLS.indexOf(body.charAt(place));
}
