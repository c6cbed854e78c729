/** RFC 3339 in the time of the city: `2026-11-24T09:30:00.123+08:00`. China has one time and no summer time. */
export function shanghai(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}

/** The civil day of an instant in Asia/Shanghai. */
export function civilDay(instant: Date): string {
  return shanghai(instant).slice(0, 10);
}
