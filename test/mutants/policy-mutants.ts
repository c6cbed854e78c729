/** One policy of the database, as it stands there. */
export interface Policy {
  table: string;
  name: string;
  using: string | null;
  check: string | null;
}

export interface Mutant {
  what: string;
  /** The condition that was taken out of the policy; none when it is gone or open. */
  without?: string;
  statement: string;
}

export const POLICIES = `select tablename as "table", policyname as name, qual as using, with_check as check from pg_policies
  where schemaname = 'public' and roles && array['wendai_app', 'public']::name[] and tablename <> 'test_clock' order by 1, 2`;

/** The policy gone, open to everything, and without each of its conditions, one at a time. */
export function mutantsOf({ table, name, using, check }: Policy): Mutant[] {
  const on = `"${name}" on "${table}"`;
  const kinds = [
    ['using', using],
    ['with check', check],
  ] as const;
  return [
    { what: `${table} ${name} dropped`, statement: `drop policy ${on}` },
    ...kinds.flatMap(([kind, condition]) =>
      condition === null || condition === 'true'
        ? []
        : [
            { what: `${table} ${name} ${kind} true`, statement: `alter policy ${on} ${kind} (true)` },
            ...withoutEach(condition).map(({ left, without }) => ({
              what: `${table} ${name} ${kind} without ${without}`,
              without,
              statement: `alter policy ${on} ${kind} (${left})`,
            })),
          ],
    ),
  ];
}

/**
 * PostgreSQL gives a condition with each of its groups in parentheses: from each that is joined by AND or OR, one part after
 * another is taken out.
 */
export function withoutEach(condition: string): { left: string; without: string }[] {
  return groupsIn(condition).flatMap(([from, to]) => {
    const inside = condition.slice(from, to);
    return [' AND ', ' OR '].flatMap((joint) => {
      const parts = partsOf(inside, joint);
      if (parts.length < 2) return [];
      return parts.map((part, taken) => {
        const others = parts.filter((_, index) => index !== taken).join(joint);
        return {
          left: `${condition.slice(0, from)}${others}${condition.slice(to)}`,
          without: part.replaceAll(/\s+/g, ' '),
        };
      });
    });
  });
}

/** Where what stands in a pair of parentheses begins and ends. */
function groupsIn(text: string): [number, number][] {
  const open: number[] = [];
  const groups: [number, number][] = [];
  for (const [index, letter] of [...text].entries()) {
    if (letter === '(') open.push(index + 1);
    if (letter === ')') groups.push([open.pop() ?? 0, index]);
  }
  return groups;
}

/** What a joint joins, outside of any parentheses within. */
function partsOf(text: string, joint: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0 && text.startsWith(joint, index)) {
      parts.push(text.slice(from, index));
      from = index + joint.length;
    }
  }
  return [...parts, text.slice(from)];
}
