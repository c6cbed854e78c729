import { calendarDaysBetween } from '../../../workflows/calendar/civil-day.js';
import type { CivilDay, Refusal } from '../../../workflows/process.js';
import { type AddressFault, addressFault } from './address-list.js';

/** A key is looked at again at least once a year. */
const LONGEST_DAYS = 366;

const ADDRESS_MESSAGES: Readonly<Record<AddressFault, string>> = {
  'address-invalid': '须为 IP 地址或 CIDR 网段，例如 10.8.20.0/24，请修改。',
  'address-too-wide': '网段过宽，IPv4 不宽于 /16，IPv6 不宽于 /32，请缩小范围。',
};

/** Why a key cannot be made as it was asked for. */
export function keyFaults(
  { addresses, validUntil }: { addresses: readonly string[]; validUntil: CivilDay },
  { today, isOwnUnit }: { today: CivilDay; isOwnUnit: boolean },
): Refusal[] {
  const faults = addresses.flatMap((line, index): Refusal[] => {
    const code = addressFault(line);
    return code === undefined
      ? []
      : [{ code, pointer: `/addresses/${String(index)}`, message: ADDRESS_MESSAGES[code] }];
  });
  const refuse = (code: string, pointer: string, message: string) => faults.push({ code, pointer, message });
  if (addresses.length === 0) refuse('address-missing', '/addresses', '请至少填写一个来源地址。');
  if (!isOwnUnit) refuse('unit-unknown', '/unit', '须为本行的分支机构，请重新选择。');
  if (validUntil < today) refuse('key-expired', '/validUntil', '有效期末日不能早于今日，请调整日期。');
  else if (calendarDaysBetween(today, validUntil) > LONGEST_DAYS) {
    refuse('key-term-too-long', '/validUntil', '接口密钥的有效期不超过一年，请调整日期。');
  }
  return faults;
}
