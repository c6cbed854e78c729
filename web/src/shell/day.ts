/** `2026-11-26T17:30:00+08:00` → 11月26日 17:30. The server speaks the city's own time. */
export function monthDayTime(instant: string): string {
  return `${monthDay(instant)} ${instant.slice(11, 16)}`;
}

export function monthDay(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;
}

/** The city's own time, whatever the clock of this machine is set to. */
export function shanghaiNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString();
}
