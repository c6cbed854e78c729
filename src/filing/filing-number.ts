import type { CivilDay } from '../../workflows/process.js';
import type { Organization } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** How a city's reports are called in documents and in file names. */
const CITIES: Readonly<Record<string, { word: string; letters: string }>> = {
  '350500': { word: '泉', letters: 'QZ' },
};

const NEXT_IN_SERIES: Statement = {
  name: 'next-in-series',
  text: `insert into number_series as s (jurisdiction, organization, year, last) values ($1, $2, $3, 1)
    on conflict (jurisdiction, organization, year) do update set last = s.last + 1 returning last`,
};

const NEXT_IN_REGISTER: Statement = {
  name: 'next-in-register',
  text: `select nextval('register_number') as number`,
};

export interface FilingNumber {
  /** 报告编号 泉贷报〔2026〕晋鲤12号: the bank's own series of the year, without leading zeros. */
  number: string;
  /** The same for machines and file names: QZ-2026-JINLI-12. */
  machineNumber: string;
  /** City-wide, for offices. */
  registerNumber: string;
}

/** Takes the next number of the bank's series for the year of the received day. Only this bank's filings wait for each other. */
export async function takeNumber(
  tx: Transaction,
  jurisdiction: string,
  bank: Organization,
  receivedOn: CivilDay,
): Promise<FilingNumber> {
  const year = receivedOn.slice(0, 4);
  const [[series], [register]] = await Promise.all([
    tx.query<{ last: number }>(NEXT_IN_SERIES, [jurisdiction, bank.id, Number(year)]),
    tx.query<{ number: string }>(NEXT_IN_REGISTER),
  ]);
  const city = CITIES[jurisdiction];
  if (series === undefined || register === undefined || city === undefined || bank.series === null) {
    throw new Error(`No number can be given in ${jurisdiction} to ${bank.key}.`);
  }
  const number = `${city.word}贷报〔${year}〕${bank.series}${String(series.last)}号`;
  return {
    number,
    machineNumber: machineNumberOf(number, jurisdiction, bank.key),
    registerNumber: register.number,
  };
}

/** QZ-2026-JINLI-12 for 泉贷报〔2026〕晋鲤12号. */
export function machineNumberOf(number: string, jurisdiction: string, bankKey: string): string {
  const [, year, last] = /〔(\d{4})〕.*?(\d+)号$/u.exec(number) ?? [];
  const letters = CITIES[jurisdiction]?.letters;
  if (letters === undefined || year === undefined || last === undefined) {
    throw new Error(`${number} is no number of a report in ${jurisdiction}.`);
  }
  return `${letters}-${year}-${bankKey.toUpperCase()}-${last}`;
}
