/** How many years back a number without its year is looked for. */
const YEARS_BACK = 3;
const ONE_YEAR = /^(?:泉贷报)?〔?\[?(\d{4})\]?〕?\s*(\p{Script=Han}+)0*(\d+)号?$/u;
const NO_YEAR = /^(\p{Script=Han}+)0*(\d+)号?$/u;
const MACHINE = /^(?:[A-Z]{2}-)?(?:(\d{4})-)?([A-Z][A-Z0-9-]*?)-0*(\d+)$/;

export interface NumberWish {
  /** 泉贷报〔2026〕晋鲤12号, without what stands before the year: the city's own word. */
  numbers: readonly string[];
  /** QZ-2026-JINLI-12, without the city's letters. */
  machineNumbers: readonly string[];
}

/**
 * The numbers that somebody may mean who types 晋鲤12, 〔2026〕晋鲤12号 or jinli-12: whole numbers, found in an index, and never a
 * part of one searched through all reports.
 */
export function numbersMeant(typed: string, year: number): NumberWish {
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(year - back));
  const exact = ONE_YEAR.exec(typed);
  if (exact !== null) return { numbers: [inWriting(exact[1], exact[2], exact[3])], machineNumbers: [] };
  const yearless = NO_YEAR.exec(typed);
  if (yearless !== null) {
    return { numbers: years.map((each) => inWriting(each, yearless[1], yearless[2])), machineNumbers: [] };
  }
  const machine = MACHINE.exec(typed.toUpperCase());
  if (machine === null) return { numbers: [], machineNumbers: [] };
  const [, said, series, last] = machine;
  const meant = said === undefined ? years : [said];
  return { numbers: [], machineNumbers: meant.map((each) => `${each}-${series ?? ''}-${last ?? ''}`) };
}

function inWriting(year = '', series = '', last = ''): string {
  return `〔${year}〕${series}${last}号`;
}
