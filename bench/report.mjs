/** Least, middle and most of a list of figures. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}

export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The figures as a Markdown table, as docs/performance.md shows them. */
export function table({ cases, T4, settings, machine }) {
  const three = ({ min, median, max }, digits) =>
    `${min.toFixed(digits)} / **${median.toFixed(digits)}** / ${max.toFixed(digits)}`;
  const rows = cases.map(
    (each) =>
      `| ${each.id} | ${each.what} | ${three(each.ratio, 2)} | ${three(each.perSecond, 0)} | ${three(each.limitPerSecond, 0)} | ` +
      `${each.p50.median.toFixed(1)} / ${each.p99.median.toFixed(1)} | ${each.nodeMicros.median.toFixed(0)} | ` +
      `${each.postgresMicros.median.toFixed(0)} | ${each.failures} |`,
  );
  return [
    `${settings.rounds} rounds of ${settings.seconds} s, ${settings.callers} callers, pool ${settings.pool}; limit: ${settings.limit}; ` +
      `${machine.cores} cores, Node ${machine.node}, load ${machine.load[0].toFixed(1)}`,
    '',
    '| case | what | ratio to the limit (min / median / max) | per second | limit per second | p50 / p99 ms | Node µs | PostgreSQL µs | failures |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `T4: ${T4.commits.toFixed(3)} commits and ${(T4.walBytes / 1024).toFixed(1)} kB of WAL per transition, over ${T4.transitions} transitions.`,
  ].join('\n');
}
