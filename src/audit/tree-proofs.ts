import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import {
  checkpointOfSize,
  hashesOf,
  latestCheckpoint,
  leafOf,
  type StoredCheckpoint,
} from './stored-tree.js';
import { consistencyPath, inclusionPath, type Run } from './tree/proof-paths.js';
import type { CheckpointDto, ConsistencyProofDto, InclusionProofDto } from './tree.dto.js';

/** Row-level security decides: whoever does not see the entry learns nothing of it. */
const SEEN: Statement = {
  name: 'entry-to-prove',
  text: 'select body from log_entry where jurisdiction = $1 and id = $2',
};

const OFFICES: ReadonlySet<Actor['organizationKind']> = new Set([
  'finance',
  'industry',
  'county',
  'regulator',
  'pboc',
  'operator',
]);

/** What the tree proves to whoever may ask. */
@Injectable()
export class TreeProofs {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} not-found while nothing that the actor may see was signed */
  async checkpoint(actor: Actor): Promise<CheckpointDto> {
    return this.database.asSystem(async (tx) => shown(await visible(tx, actor)));
  }

  /** @throws {Problem} not-found for an entry that the actor does not see, or that is not in the tree of that size */
  async inclusion(actor: Actor, entry: string, size: number | undefined): Promise<InclusionProofDto> {
    const [seen] = await this.database.as(actor, (tx) =>
      tx.query<{ body: string }>(SEEN, [actor.jurisdiction, entry]),
    );
    if (seen === undefined) throw new Problem('not-found');
    return this.database.asSystem(async (tx) => {
      const [checkpoint, leaf] = await Promise.all([
        visible(tx, actor, size),
        leafOf(tx, actor.jurisdiction, entry),
      ]);
      if (leaf === undefined || leaf.index >= checkpoint.size) throw notYet();
      const proof = await base64(tx, actor, inclusionPath(leaf.index, checkpoint.size));
      return {
        entry,
        body: seen.body,
        index: leaf.index,
        leaf: leaf.hash,
        proof,
        checkpoint: shown(checkpoint),
      };
    });
  }

  /** @throws {Problem} not-found when there is no such tree, or it is not yet to be seen */
  async consistency(actor: Actor, from: number, to: number | undefined): Promise<ConsistencyProofDto> {
    return this.database.asSystem(async (tx) => {
      const checkpoint = await visible(tx, actor, to);
      if (from > checkpoint.size) throw notYet();
      const proof = await base64(tx, actor, consistencyPath(from, checkpoint.size));
      return { from, proof, checkpoint: shown(checkpoint) };
    });
  }
}

/**
 * Offices see what was signed last. Banks and helpers see what was signed before today: how the log grows within a day would
 * tell them that somebody else has just done something.
 */
async function visible(tx: Transaction, actor: Actor, size?: number): Promise<StoredCheckpoint> {
  const isOffice = OFFICES.has(actor.organizationKind);
  const newest = await latestCheckpoint(tx, actor.jurisdiction, isOffice ? 'now' : 'daysBefore');
  if (newest === undefined || (size !== undefined && size > newest.size)) throw notYet();
  if (size === undefined || size === newest.size) return newest;
  const asked = await checkpointOfSize(tx, actor.jurisdiction, size);
  if (asked === undefined)
    throw new Problem('not-found', { detail: '没有这一条目数的检查点，请使用已签名检查点的条目数。' });
  return asked;
}

async function base64(tx: Transaction, { jurisdiction }: Actor, path: readonly Run[]): Promise<string[]> {
  return (await hashesOf(tx, jurisdiction, path)).map((hash) => hash.toString('base64'));
}

function notYet(): Problem {
  return new Problem('not-found', {
    detail: '尚无可供查验的检查点；金融机构和帮扶机构自次日起可查验前一日及更早的检查点，请届时再试。',
  });
}

function shown({ size, root, signedAt, note }: StoredCheckpoint): CheckpointDto {
  return { size, root: root.toString('base64'), signedAt: shanghai(signedAt), note };
}
