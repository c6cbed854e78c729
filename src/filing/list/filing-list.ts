import { Injectable } from '@nestjs/common';
import { formatYuan } from '../../../workflows/rules/fen.js';
import type { ActKind } from '../../../workflows/rules/filing-codes.js';
import type { Actor } from '../../access/actor.js';
import { type ListSource, listed } from '../../cases/listed.js';
import { type ReferenceData, referenceData } from '../../directory/reference-data.js';
import { shanghai } from '../../platform/instant.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { rowLabel } from '../read/state-label.js';
import { inOrder } from '../view/filing-state.js';
import type { FilingListDto, FilingListQuery, ListedFilingDto } from './filing-list.dto.js';

/** A bank finds nothing by a mark of the offices: row-level security keeps those from it. */
const SOURCE = {
  name: 'filings',
  table: 'filing',
  alias: 'f',
  columns: `f.id, f.owner_org as bank, f.number, f.machine_number as "machineNumber", f.register_number as "registerNumber",
  f.state, f.outcome, f.lane, f.credit_code as "creditCode", f.firm_name as "firmName", f.county, f.kind, f.amount_fen as fen,
  f.planned_on as "plannedDate", f.received_at as "receivedAt", f.received_on as "receivedOn", f.bank_date as "bankDate",
  f.voluntary, f.marks, array(select m.mark from office_mark m where m.jurisdiction = f.jurisdiction and m.filing = f.id)
  as "officeMarks"`,
  conditions: {
    state: (place: string) => `f.state = ${place}`,
    kind: (place: string) => `f.kind = ${place}`,
    county: (place: string) => `f.county = ${place}`,
    bank: (place: string) =>
      `f.owner_org = (select o.id from organization o where o.jurisdiction = $1 and o.key = ${place})`,
    mark: (place: string) => `(${place} = any (f.marks) or exists (select from office_mark m
      where m.jurisdiction = f.jurisdiction and m.filing = f.id and m.mark = ${place}))`,
    creditCode: (place: string) => `f.credit_code = ${place}`,
  },
} satisfies ListSource<string>;

interface ListRow extends Record<string, unknown> {
  id: string;
  bank: string;
  number: string | null;
  machineNumber: string | null;
  registerNumber: string | null;
  state: string;
  outcome: string | null;
  lane: string | null;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
  kind: ActKind | null;
  fen: string | null;
  plannedDate: string | null;
  receivedAt: Date | null;
  receivedOn: string | null;
  bankDate: string | null;
  voluntary: boolean;
  marks: string[];
  officeMarks: string[];
}

/** The filings that an actor may see, page by page. */
@Injectable()
export class FilingList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: FilingListQuery): Promise<FilingListDto> {
    return this.database.as(actor, async (tx) => {
      const [{ items, ...page }, reference] = await Promise.all([
        listed<ListRow, keyof typeof SOURCE.conditions>(tx, SOURCE, actor, query),
        referenceData(tx),
      ]);
      const isOffice = actor.organizationKind !== 'bank';
      return { items: items.map((row) => itemOf(row, reference, isOffice)), ...page };
    });
  }
}

function itemOf(row: ListRow, reference: ReferenceData, isOffice: boolean): ListedFilingDto {
  const bank = reference.organization(row.bank);
  const name = row.receivedOn === null ? undefined : reference.nameOn(bank.id, row.receivedOn);
  return {
    id: row.id,
    bank: { id: bank.id, key: bank.key, name: name ?? bank.names.at(-1)?.name ?? bank.key },
    number: row.number,
    machineNumber: row.machineNumber,
    state: row.state,
    stateLabel: rowLabel(row),
    firm: { creditCode: row.creditCode, name: row.firmName, county: row.county },
    kind: row.kind,
    amount: row.fen === null ? null : formatYuan(BigInt(row.fen)),
    plannedDate: row.plannedDate,
    receivedAt: row.receivedAt === null ? null : shanghai(row.receivedAt),
    receivedOn: row.receivedOn,
    bankDate: row.bankDate,
    marks: inOrder([...row.marks, ...row.officeMarks]),
    voluntary: row.voluntary,
    ...(isOffice ? { lane: row.lane, registerNumber: row.registerNumber } : {}),
  };
}
