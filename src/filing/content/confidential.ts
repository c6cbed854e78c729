import type { Transaction } from '../../platform/transaction.js';
import type { Difference } from './content-diff.js';
import type { FilingContentDto } from './filing-content.dto.js';

/**
 * 敏感字段 of a report: whom to call, and what identifies the firm's contracts (GB/T 39786-2021 8.4 e, 个人信息保护法 51). They lie
 * sealed beside their revision, not in it; the revision's hash is over both.
 */
const CONFIDENTIAL = /^\/(contact\/\w+|loans\/\d+\/(contractNo|noteNo)|ground\/contractClause)$/;
const OF_PERSON = /^\/contact(\/|$)/;

/** Of each sealed text, where it stands in the report: a JSON pointer. */
type Sealed = Record<string, string>;

/** A content in two parts: what may lie open, and the rest as one sealed text. */
export function withoutConfidential(
  tx: Transaction,
  filing: string,
  content: object,
): { open: object; sealed: string } {
  const taken: Sealed = {};
  const open = take(content, '', taken) as object;
  return { open, sealed: tx.cipher.seal(JSON.stringify(taken), aboutContent(filing)) };
}

/** @throws when the sealed part was changed, or belongs to another filing */
export function withConfidential(
  tx: Transaction,
  filing: string,
  { open, sealed }: { open: FilingContentDto; sealed: string | null },
): FilingContentDto {
  if (sealed === null) return open;
  const content = structuredClone(open);
  const taken = JSON.parse(tx.cipher.open(sealed, aboutContent(filing))) as Sealed;
  for (const [pointer, text] of Object.entries(taken)) put(content, pointer, text);
  return content;
}

/** What the sealed text is bound to. */
export function aboutContent(filing: string): string {
  return `filing_confidential ${filing}`;
}

/** The log keeps that such an answer was changed, and not what it says: the hashes of the revisions prove it. */
export function withheldInLog(differences: readonly Difference[]): Difference[] {
  return differences.map((each) =>
    CONFIDENTIAL.test(each.pointer) || OF_PERSON.test(each.pointer)
      ? { pointer: each.pointer, before: null, after: null }
      : each,
  );
}

/** 脱敏: for readers of other organizations. Whoever has to call asks for the contact, which is logged. */
export function masked(content: FilingContentDto): FilingContentDto {
  const { contact } = content;
  if (contact === undefined || contact === null) return content;
  return { ...content, contact: maskedUnder(contact) as typeof contact };
}

export function maskedDifferences(differences: readonly Difference[]): Difference[] {
  return differences.map((each) =>
    OF_PERSON.test(each.pointer)
      ? {
          pointer: each.pointer,
          before: maskedAt(each.pointer, each.before),
          after: maskedAt(each.pointer, each.after),
        }
      : each,
  );
}

const PHONE_HEAD = 3;
const PHONE_TAIL = 4;
/** Fewer digits than a mobile number has show their last two alone. */
const MOBILE_DIGITS = 11;
const SHORT_TAIL = 2;

/** `13805951234` → `138****1234`; what is no digit stays. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').length;
  const [head, tail] = digits >= MOBILE_DIGITS ? [PHONE_HEAD, PHONE_TAIL] : [0, SHORT_TAIL];
  let at = 0;
  return phone.replace(/\d/g, (digit) => {
    at += 1;
    return at <= head || at > digits - tail ? digit : '*';
  });
}

/** `陈晓明` → `陈**`. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
}

function maskedUnder(contact: object): object {
  return Object.fromEntries(
    Object.entries(contact).map(([name, value]) => [name, maskedAt(`/contact/${name}`, value)]),
  );
}

function maskedAt(pointer: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return maskedUnder(value);
  if (typeof value !== 'string') return value;
  if (pointer === '/contact/phone') return maskedPhone(value);
  return pointer === '/contact/name' ? maskedName(value) : value;
}

function take(value: unknown, pointer: string, taken: Sealed): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => take(item, `${pointer}/${String(index)}`, taken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const at = `${pointer}/${name}`;
      if (typeof inner !== 'string' || !CONFIDENTIAL.test(at))
        return [[name, take(inner, at, taken)] as const];
      taken[at] = inner;
      return [];
    }),
  );
}

function put(content: object, pointer: string, text: string): void {
  const names = pointer.slice(1).split('/');
  const last = names.pop() ?? '';
  const parent = names.reduce<object>((at, name) => Reflect.get(at, name) as object, content);
  Reflect.set(parent, last, text);
}
