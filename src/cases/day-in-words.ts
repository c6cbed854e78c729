/** `2026-12-08` → 12月8日 */
export function monthAndDay(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;
}
