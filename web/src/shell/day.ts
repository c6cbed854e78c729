import { storedLanguage } from '../language/use-words.js';

/** `2026-11-26T17:30:00+08:00` → 11月26日 17:30, or 26 Nov 17:30. The server speaks the city's own time. */
export function monthDayTime(instant: string): string {
  return `${monthDay(instant)} ${instant.slice(11, 16)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function monthDay(day: string): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  if (storedLanguage() === 'en') return `${String(Number(day.slice(8, 10)))} ${month}`;
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;
}

/** The city's own time, whatever the clock of this machine is set to. */
export function shanghaiNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString();
}
