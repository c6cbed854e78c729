export const KINDS = [
  'transition',
  'access',
  'refusal',
  'read',
  'grant',
  'configuration',
  'directory',
] as const;

export interface AuditSearch {
  kind?: (typeof KINDS)[number];
  type?: string;
  case?: string;
  from?: string;
  to?: string;
}

/** What is sought, as far as an address may say it. */
export function searchOfAudit(typed: Record<string, unknown>): AuditSearch {
  const kind = KINDS.find((each) => each === typed['kind']);
  const texts = (['type', 'case', 'from', 'to'] as const).flatMap((name) => {
    const value = typed[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...(kind === undefined ? {} : { kind }), ...Object.fromEntries(texts) };
}
