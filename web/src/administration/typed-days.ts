const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One day a line; undefined when a line is none. */
export function daysIn(typed: string): string[] | undefined {
  const days = linesIn(typed);
  return days.every((day) => DAY.test(day)) ? days : undefined;
}

/** One period a line, `2027-01-01 至 2027-01-03`, or a single day; undefined when a line is neither. */
export function periodsIn(typed: string): { from: string; to: string }[] | undefined {
  const periods = linesIn(typed).map((line) => {
    const [from = '', to = from, ...more] = line.split(/\s*(?:至|到|~|—)\s*/);
    return more.length === 0 && DAY.test(from) && DAY.test(to) ? { from, to } : undefined;
  });
  const known = periods.filter((period) => period !== undefined);
  return known.length === periods.length ? known : undefined;
}

function linesIn(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
