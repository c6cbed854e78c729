import { Injectable } from '@nestjs/common';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import { type Actor, type Capacity, capacityAmong } from '../../access/actor.js';
import { eventRoles } from '../../access/event-roles.js';
import { Problem } from '../../platform/problem.js';
import { constraintOf, type Statement, sqlState, type Transaction } from '../../platform/transaction.js';
import { CaseEditor, type HeldCase } from '../../process/case-editor.js';
import { CaseOpener } from '../../process/case-opener.js';
import type { Outcome } from '../../process/command.js';
import type { IdempotencyClaim } from '../../process/idempotency.js';
import { withoutConfidential } from '../content/confidential.js';
import { contentDiff } from '../content/content-diff.js';
import type { ContentField } from '../content/content-fields.js';
import { normalContent } from '../content/normal-content.js';
import { type Revisions, revisionsOf } from '../revisions.js';
import { editableIn } from './editable.js';
import { columnsOf, INSERT_FILING, UPDATE_DRAFT } from './list-columns.js';

const WRITE_REVISION: Statement = {
  name: 'write-open-revision',
  text: `insert into filing_revision (jurisdiction, filing, revision, owner_org, owner_unit, content, prepared_by, prepared_for,
      updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (jurisdiction, filing, revision) do update set content = excluded.content,
      prepared_by = excluded.prepared_by, prepared_for = excluded.prepared_for, updated_at = excluded.updated_at`,
};

const WRITE_CONFIDENTIAL: Statement = {
  name: 'write-confidential-part',
  text: `insert into filing_confidential (jurisdiction, filing, revision, owner_org, sealed) values ($1, $2, $3, $4, $5)
    on conflict (jurisdiction, filing, revision) do update set sealed = excluded.sealed`,
};

const DROP_REVISION: Statement = {
  name: 'drop-open-revision',
  text: `delete from filing_revision where jurisdiction = $1 and filing = $2 and revision = $3 and sealed_at is null
    returning revision`,
};

const UNIQUE_VIOLATION = '23505';

/** What a bank writes before it sends: drafts, completions and amendments. None of it is an event. */
@Injectable()
export class Drafts {
  constructor(
    private readonly opener: CaseOpener,
    private readonly editor: CaseEditor,
  ) {}

  /** A new draft, or the one that this key has opened before. @throws {Problem} already-exists */
  async open(actor: Actor, said: FilingContent, claim: IdempotencyClaim): Promise<Outcome> {
    const content = normalContent(said);
    const capacity = makerOf(actor);
    const { person = '', organization = '', unit = null } = actor;
    const wanted = {
      process: 'filing' as const,
      actor,
      owner: { organization, unit },
      capacity,
      claim,
      input: (filing: string) => ({
        filing,
        bank: organization,
        unit,
        maker: person,
        ...(capacity?.onBehalfOf === undefined ? {} : { makerFor: capacity.onBehalfOf }),
      }),
    };
    return refusingDuplicates(() =>
      this.opener.open(wanted, (tx, { jurisdiction, id, updatedAt }) => {
        tx.send(INSERT_FILING, [jurisdiction, id, organization, unit, updatedAt, ...columnsOf(content)]);
        writeRevision(tx, {
          key: [jurisdiction, id, 1],
          owner: { organization, unit },
          content,
          by: { person, onBehalfOf: capacity?.onBehalfOf ?? null },
          at: updatedAt,
        });
      }),
    );
  }

  /** Replaces whole answers in the open revision, which begins as a copy of the one in force. Returns the owner's version. */
  async change(
    actor: Actor,
    { id, version, said }: { id: string; version: string; said: FilingContent },
  ): Promise<string> {
    const edit = { process: 'filing' as const, id, actor, version, prepares: 'AMEND' };
    const changed = await refusingDuplicates(() =>
      this.editor.edit(edit, async (held) => {
        const editable = await editableIn(held.tx, held.stored, held.snapshot);
        if (editable === undefined) throw new Problem('not-editable');
        const context = held.snapshot.context as FilingContext;
        const revisions = await revisionsOf(held.tx, held.stored, context.revision);
        const before = openContent(revisions);
        const after = normalContent({ ...before, ...said });
        refuseOthers(before, after, editable.fields);
        write(held, context.revision + 1, after, actor);
        if (editable.preparing === 'SEND_TO_CHECK') {
          const { jurisdiction } = held.stored;
          held.tx.send(UPDATE_DRAFT, [jurisdiction, id, held.at, ...columnsOf(after)]);
        }
      }),
    );
    return changed.version;
  }

  /** Drops what was prepared beside a filed report. @throws {Problem} not-editable when nothing was */
  async drop(actor: Actor, { id, version }: { id: string; version: string }): Promise<void> {
    const edit = { process: 'filing' as const, id, actor, version, prepares: 'AMEND' };
    await this.editor.edit(edit, async ({ tx, stored, snapshot }) => {
      const { revision } = snapshot.context as FilingContext;
      const dropped =
        revision === 0 ? [] : await tx.query(DROP_REVISION, [stored.jurisdiction, id, revision + 1]);
      if (dropped.length === 0) throw new Problem('not-editable');
    });
  }
}

/** The capacity in which somebody drafts: as maker, or for one. */
export function makerOf(actor: Actor): Capacity | undefined {
  return capacityAmong(actor, eventRoles('filing', 'SEND_TO_CHECK'));
}

function openContent({ open, inForce }: Revisions): FilingContent {
  return (open ?? inForce)?.content ?? {};
}

function refuseOthers(before: FilingContent, after: FilingContent, fields: readonly ContentField[]): void {
  const others = contentDiff(before, after).filter(
    ({ pointer }) => !fields.some((field) => pointer === `/${field}` || pointer.startsWith(`/${field}/`)),
  );
  if (others.length === 0) return;
  const errors = others.map(({ pointer }) => ({
    pointer,
    code: 'field-not-open',
    message: '本次只能修改告知书所列的内容，请恢复此项。',
  }));
  throw new Problem('not-editable', { errors });
}

function write({ tx, stored, at }: HeldCase, revision: number, content: FilingContent, actor: Actor): void {
  writeRevision(tx, {
    key: [stored.jurisdiction, stored.id, revision],
    owner: { organization: stored.ownerOrg, unit: stored.ownerUnit },
    content,
    by: { person: actor.person ?? '', onBehalfOf: makerOf(actor)?.onBehalfOf ?? null },
    at,
  });
}

interface OpenRevision {
  /** City, filing and number. */
  key: [string, string, number];
  owner: { organization: string; unit: string | null };
  content: FilingContent;
  by: { person: string; onBehalfOf: string | null };
  at: Date | string;
}

function writeRevision(tx: Transaction, { key, owner, content, by, at }: OpenRevision): void {
  const { organization, unit } = owner;
  const { open, sealed } = withoutConfidential(tx, key[1], content);
  tx.send(WRITE_REVISION, [...key, organization, unit, JSON.stringify(open), by.person, by.onBehalfOf, at]);
  tx.send(WRITE_CONFIDENTIAL, [...key, organization, sealed]);
}

async function refusingDuplicates<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isReference = constraintOf(error)?.includes('external_ref') === true;
    if (sqlState(error) !== UNIQUE_VIOLATION || !isReference) throw error;
    throw new Problem('already-exists', {
      errors: [
        {
          pointer: '/externalRef',
          code: 'already-exists',
          message: '本行已有使用该编号的报告，请更换编号。',
        },
      ],
    });
  }
}
