import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { raiseAlarm } from './alarm.js';
import { ABOUT_ENTRY } from './log-entry.js';
import { SigningKey } from './signing-key.js';
import { isKept, latestCheckpoint } from './stored-tree.js';
import { leafHash, type Subtree, TreeHead } from './tree/merkle-tree.js';
import { openCheckpoint } from './tree/signed-note.js';

/** Any constant does, as long as every node says the same. */
const SEQUENCING = 20_231_003;
/** How many entries one checkpoint takes in. */
const AT_ONCE = 2_000;

/** One node at a time. The lock goes with the transaction, so that another takes over at once when this one dies. */
const TURN: Statement = {
  name: 'sequencer-turn',
  text: `select exists (select from log_pending where jurisdiction = $1 and not refused)
      and pg_try_advisory_xact_lock(${SEQUENCING}, $1::text::int) as mine`,
};
/** In the order in which entries were written, as far as they are to be seen by now; whoever commits late comes later. */
const WAITING: Statement = {
  name: 'waiting-entries',
  text: `select p.entry_id as id, p.occurred_month as month, p.voucher, e.body from log_pending p
    left join log_entry e on e.jurisdiction = p.jurisdiction and e.occurred_month = p.occurred_month and e.id = p.entry_id
    where p.jurisdiction = $1 and not p.refused order by e.written_in, e.position limit ${AT_ONCE}`,
};
const WRITE: Statement = {
  name: 'write-leaves',
  text: `with leaves as (
      insert into log_leaf (jurisdiction, index, entry_id, occurred_month, hash)
      select $1, $2 + l.n - 1, l.id, l.month, decode(l.hash, 'hex')
      from unnest($3::uuid[], $4::date[], $5::text[]) with ordinality l(id, month, hash, n)
    ), nodes as (
      insert into log_node (jurisdiction, level, index, hash)
      select $1, n.level, n.index, decode(n.hash, 'hex') from unnest($6::int[], $7::bigint[], $8::text[]) n(level, index, hash)
    ), done as (
      delete from log_pending p using unnest($3::uuid[], $4::date[]) d(id, month)
      where p.jurisdiction = $1 and p.occurred_month = d.month and p.entry_id = d.id
    )
    insert into log_checkpoint (jurisdiction, size, root, peaks, note) values ($1, $9, $10, $11, $12)`,
};
const REFUSE: Statement = {
  name: 'refuse-entries',
  text: 'update log_pending set refused = true where jurisdiction = $1 and entry_id = any ($2::uuid[])',
};

interface WaitingRow extends Record<string, unknown> {
  id: string;
  month: string;
  voucher: string;
  /** Null when there is no such entry. */
  body: string | null;
}

/** The tree that is to be appended to was not signed by us: nothing is built on it. */
export class ForeignCheckpoint extends Error {}

/** 存证: gives committed entries their leaves and signs what the tree has become. No transition waits for it. */
@Injectable()
export class Sequencer {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly key: SigningKey,
  ) {}

  /**
   * One checkpoint. Returns the size of the tree, and whether more entries may be waiting.
   * @throws {ForeignCheckpoint} when the last checkpoint does not hold
   */
  async advance(): Promise<{ size: number; more: boolean } | undefined> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const [turn] = await tx.query<{ mine: boolean }>(TURN, [jurisdiction]);
      if (turn?.mine !== true) return undefined;
      const [head, waiting] = await Promise.all([
        this.head(tx, jurisdiction),
        tx.query<WaitingRow>(WAITING, [jurisdiction]),
      ]);
      const isOurs = ({ body, voucher }: WaitingRow) =>
        body !== null && tx.cipher.isVouched(voucher, body, ABOUT_ENTRY);
      const forged = waiting.filter((row) => !isOurs(row)).map(({ id }) => id);
      if (forged.length > 0) {
        tx.send(REFUSE, [jurisdiction, forged]);
        await raiseAlarm(tx, jurisdiction, {
          template: 'logDiffers',
          reason: 'entry-not-vouched',
          rows: forged,
        });
      }
      const entries = waiting.filter(isOurs);
      if (entries.length > 0) this.append(tx, { jurisdiction, head }, entries);
      return { size: head.size, more: waiting.length === AT_ONCE };
    });
  }

  private append(
    tx: Transaction,
    { jurisdiction, head }: { jurisdiction: string; head: TreeHead },
    entries: readonly WaitingRow[],
  ): void {
    const from = head.size;
    const nodes: (Subtree & { hash: string })[] = [];
    const leaves = entries.map(({ body }) => leafHash(body ?? ''));
    for (const leaf of leaves) {
      head.append(leaf, (subtree, root) => {
        if (isKept(subtree)) nodes.push({ ...subtree, hash: root.toString('hex') });
      });
    }
    const root = head.root();
    tx.send(WRITE, [
      jurisdiction,
      from,
      entries.map(({ id }) => id),
      entries.map(({ month }) => month),
      leaves.map((leaf) => leaf.toString('hex')),
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => hash),
      head.size,
      root,
      head.toBytes(),
      this.key.signCheckpoint({ size: head.size, root }),
    ]);
  }

  /** The tree as it was signed last: what lies in the database counts only as far as the signature covers it. */
  private async head(tx: Transaction, jurisdiction: string): Promise<TreeHead> {
    const last = await latestCheckpoint(tx, jurisdiction);
    if (last === undefined) return new TreeHead();
    const signed = openCheckpoint(last.note, this.key.known);
    const head = TreeHead.fromBytes(last.size, last.peaks);
    if (
      signed === undefined ||
      signed.origin !== this.key.origin ||
      signed.size !== last.size ||
      !signed.root.equals(head.root())
    ) {
      throw new ForeignCheckpoint(
        `The checkpoint of size ${String(last.size)} is not signed by a key of ours.`,
      );
    }
    return head;
  }
}
