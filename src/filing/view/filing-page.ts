import { Injectable } from '@nestjs/common';
import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { restore } from '../../../workflows/process.js';
import type { Actor } from '../../access/actor.js';
import { ReadLog } from '../../audit/read-log.js';
import { referenceData } from '../../directory/reference-data.js';
import { civilDay, shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import type { StoredCase } from '../../process/process-shell.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { versionOf } from '../../process/staleness.js';
import { masked, maskedDifferences } from '../content/confidential.js';
import { contentDiff } from '../content/content-diff.js';
import { editableIn } from '../draft/editable.js';
import { officeMarksOf } from '../office-marks.js';
import { CLOCKS, isClock, seesClock } from '../read/clocks.js';
import { contentInForce, type Revisions, revisionsOf } from '../revisions.js';
import { audienceOf, readsAsOffice } from './audience.js';
import type { AmendmentDto, DeadlineDto, FilingDto, RevisionChangesDto } from './filing.dto.js';
import { filingState, inOrder } from './filing-state.js';
import { readOpinions } from './opinions.js';
import { policySince } from './policy-since.js';

const CASE: Statement = {
  name: 'filing-page',
  text: `select c.jurisdiction, c.id, c.process, c.version, c.definition_hash as "definitionHash", c.value, c.status, c.context,
      c.state, c.seq, c.edits, c.owner_org as "ownerOrg", c.owner_unit as "ownerUnit", c.firm, c.disclosed,
      c.updated_at as "updatedAt", c.created_at as "createdAt",
      f.received_at as "receivedAt", wendai_now() as now
    from process_case c join filing f on f.jurisdiction = c.jurisdiction and f.id = c.id
    where c.jurisdiction = $1 and c.id = $2`,
};

const DEADLINES: Statement = {
  name: 'deadlines-of-filing',
  text: `select name, status, due_on as "dueOn", fire_at as "fireAt", provisional from deadline
    where jurisdiction = $1 and case_id = $2 and status in ('armed', 'stopped') order by fire_at, name`,
};

type CaseRow = StoredCase & { createdAt: Date; receivedAt: Date | null; now: Date };

interface DeadlineRow extends Record<string, unknown> {
  name: string;
  status: string;
  dueOn: string;
  fireAt: Date;
  provisional: boolean;
}

/** One filing for one reader. What another reader may not know is not left blank: it is not there. */
@Injectable()
export class FilingPage {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly readLog: ReadLog,
  ) {}

  /** @throws {Problem} not-found, also for what the actor may not see */
  async read(actor: Actor, id: string): Promise<FilingDto> {
    const { filing, ownerOrg } = await this.database.as(actor, (tx) => this.readIn(tx, actor, id));
    await this.readLog.note(actor, { id, process: 'filing', ownerOrg });
    return filing;
  }

  private async readIn(
    tx: Transaction,
    actor: Actor,
    id: string,
  ): Promise<{ filing: FilingDto; ownerOrg: string }> {
    const key = [actor.jurisdiction, id];
    const [[stored], deadlines, marks, reference] = await Promise.all([
      tx.query<CaseRow & Record<string, unknown>>(CASE, key),
      tx.query<DeadlineRow>(DEADLINES, key),
      officeMarksOf(tx, { jurisdiction: actor.jurisdiction, id }),
      referenceData(tx),
    ]);
    if (stored === undefined) throw new Problem('not-found');
    const snapshot = restore(this.registry.shell(stored.process, stored.version).definition, stored);
    const context = snapshot.context as FilingContext;
    const { ownerOrg } = stored;
    const audience = audienceOf(actor, ownerOrg, context);
    const isOwner = actor.organization === ownerOrg;
    const revisions = await revisionsOf(tx, stored, context.revision);
    const content = isOwner
      ? contentInForce(revisions)
      : masked(contentInForce({ ...revisions, open: undefined }));
    const changes = changesIn(revisions);
    const state = filingState({ stored, snapshot, reference, actor });
    const filing: FilingDto = {
      // A draft's case knows nothing yet of what the draft says; a filed one may have been reduced by agreement since.
      ...(state.number === null ? { ...state, ...content } : { ...content, ...state }),
      version: versionOf(stored, isOwner),
      marks: inOrder([...state.marks, ...marks]),
      changes:
        changes === null || isOwner
          ? changes
          : { ...changes, differences: maskedDifferences(changes.differences) },
      receivedAt: stored.receivedAt === null ? null : shanghai(stored.receivedAt),
      firmId: stored.firm,
      deadlines: deadlines.filter(({ name }) => seesClock(audience, name)).map(deadlineOf),
      ...(readsAsOffice(audience)
        ? { opinions: await readOpinions(tx, stored, context, actor.organizationKind) }
        : {}),
      ...(isOwner ? await ownersPart(tx, stored, snapshot, revisions) : {}),
      ...(isOwner && state.number === null
        ? { policySince: policySince(reference, civilDay(stored.createdAt), civilDay(stored.now)) }
        : {}),
    };
    return { filing, ownerOrg };
  }
}

async function ownersPart(
  tx: Transaction,
  stored: StoredCase,
  snapshot: AnyMachineSnapshot,
  { inForce, open }: Revisions,
): Promise<Pick<FilingDto, 'editable' | 'asked' | 'amendment' | 'sinceReturned'>> {
  const editable = await editableIn(tx, stored, snapshot);
  const amendment: AmendmentDto | null =
    inForce === undefined || open === undefined
      ? null
      : {
          revision: open.revision,
          content: open.content,
          differences: contentDiff(inForce.content, open.content),
        };
  const asked = (editable?.asked ?? []).map(({ pointer, text }) => ({ pointer: pointer ?? null, text }));
  const returned = open?.returned ?? null;
  const sinceReturned = returned === null ? null : contentDiff(returned, open?.content);
  return { editable: [...(editable?.fields ?? [])], asked, amendment, sinceReturned };
}

function changesIn({ before, inForce }: Revisions): RevisionChangesDto | null {
  if (before === undefined || inForce === undefined) return null;
  return { revision: inForce.revision, differences: contentDiff(before.content, inForce.content) };
}

function deadlineOf({ name, status, dueOn, fireAt, provisional }: DeadlineRow): DeadlineDto {
  const label = isClock(name) ? CLOCKS[name].label : name;
  return { name, label, status, dueOn, fireAt: shanghai(fireAt), provisional };
}
