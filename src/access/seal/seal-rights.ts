import type { Statement, Transaction } from '../../platform/transaction.js';
import { aboutRight, RIGHT_KINDS, type RightKind, ROWS } from './rights-rows.js';

const SEAL: Statement = {
  name: 'seal-rights',
  text: `insert into right_seal (jurisdiction, kind, key, voucher)
    select $1, $2, s.key, s.voucher from unnest($3::text[], $4::text[]) s(key, voucher)
    on conflict (jurisdiction, kind, key) do update set voucher = excluded.voucher, sealed_at = wendai_now()`,
};

const FORMER: Statement = {
  name: 'rights-sealed-by-former-key',
  text: 'select key, voucher from right_seal where jurisdiction = $1 and kind = $2 and not starts_with(voucher, $3)',
};

/** What a transaction has changed so far. */
const changed = new WeakMap<Transaction, Map<RightKind, Set<string>>>();

/**
 * Call it wherever a right is written: before its COMMIT the transaction reads the row back and seals what it has become, by a
 * key that is not in the database. Whoever changes the row otherwise cannot seal it.
 */
export function sealRight(
  tx: Transaction,
  jurisdiction: string,
  ...rights: readonly { kind: RightKind; key: string }[]
): void {
  let kinds = changed.get(tx);
  if (kinds === undefined) {
    const begun = new Map<RightKind, Set<string>>();
    changed.set(tx, begun);
    tx.beforeCommit(() => sealChanged(tx, jurisdiction, begun));
    kinds = begun;
  }
  for (const { kind, key } of rights) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(key));
}

/** All that there are: for whoever fills a new database. */
export async function sealAllRights(tx: Transaction, jurisdiction: string): Promise<void> {
  for (const kind of RIGHT_KINDS) await seal(tx, jurisdiction, { kind, keys: null });
}

/**
 * Seals by the present key what a former one has sealed, so that the former one can go. A seal that does not hold stays as it
 * is, and is told of hour by hour. Returns how many were changed.
 */
export async function sealRightsAnew(tx: Transaction, jurisdiction: string): Promise<number> {
  let done = 0;
  for (const kind of RIGHT_KINDS) {
    const former = await tx.query<{ key: string; voucher: string }>(FORMER, [
      jurisdiction,
      kind,
      tx.cipher.mark,
    ]);
    const voucherOf = new Map(former.map(({ key, voucher }) => [key, voucher]));
    const rows = await tx.query<{ key: string; text: string }>(ROWS[kind], [
      jurisdiction,
      [...voucherOf.keys()],
    ]);
    const good = rows.filter(({ key, text }) =>
      tx.cipher.isVouched(voucherOf.get(key) ?? '', text, aboutRight(kind, key)),
    );
    await seal(tx, jurisdiction, { kind, keys: good.map(({ key }) => key) });
    done += good.length;
  }
  return done;
}

async function sealChanged(
  tx: Transaction,
  jurisdiction: string,
  kinds: ReadonlyMap<RightKind, ReadonlySet<string>>,
): Promise<void> {
  for (const [kind, keys] of kinds) await seal(tx, jurisdiction, { kind, keys: [...keys] });
}

async function seal(
  tx: Transaction,
  jurisdiction: string,
  { kind, keys }: { kind: RightKind; keys: readonly string[] | null },
): Promise<void> {
  const rows = await tx.query<{ key: string; text: string }>(ROWS[kind], [jurisdiction, keys]);
  const vouchers = rows.map(({ key, text }) => tx.cipher.vouch(text, aboutRight(kind, key)));
  tx.send(SEAL, [jurisdiction, kind, rows.map(({ key }) => key), vouchers]);
}
