import { Injectable } from '@nestjs/common';
import type { CommitteeForm } from '../../workflows/committee/committee.context.js';
import { labelOf } from '../../workflows/committee/committee.labels.js';
import type { Actor } from '../access/actor.js';
import { type ListSource, listed } from '../cases/listed.js';
import { namedOrganization } from '../directory/named-organization.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { CommitteeListDto, CommitteeListQuery, ListedCommitteeDto } from './view/committee.dto.js';
import { isCommitteeState } from './view/committee-description.js';

const SOURCE = {
  name: 'committees',
  table: 'committee',
  alias: 'c',
  columns: `c.id, c.form, c.state, c.chair, c.members, c.founded_on as "foundedOn", f.id as "firmId",
  f.credit_code as "creditCode", f.name as "firmName"`,
  joined: 'join firm f on f.jurisdiction = c.jurisdiction and f.id = c.firm',
  conditions: {
    state: (place: string) => `c.state = ${place}`,
    form: (place: string) => `c.form = ${place}`,
    firm: (place: string) => `c.firm = ${place}`,
  },
} satisfies ListSource<string>;

interface ListRow extends Record<string, unknown> {
  id: string;
  form: CommitteeForm;
  state: string;
  chair: string | null;
  members: number;
  foundedOn: string | null;
  firmId: string;
  creditCode: string;
  firmName: string;
}

/** The committees that an actor may see, page by page: offices all, banks those to which they were invited. */
@Injectable()
export class CommitteeList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: CommitteeListQuery): Promise<CommitteeListDto> {
    return this.database.as(actor, async (tx) => {
      const [{ items, ...page }, reference, { today }] = await Promise.all([
        listed<ListRow, keyof typeof SOURCE.conditions>(tx, SOURCE, actor, query),
        referenceData(tx),
        timeOf(tx),
      ]);
      return { items: items.map((row) => itemOf(row, reference, today)), ...page };
    });
  }
}

function itemOf(row: ListRow, reference: ReferenceData, today: string): ListedCommitteeDto {
  const { id, form, state, chair, members, foundedOn, firmId, creditCode, firmName } = row;
  return {
    id,
    form,
    state,
    stateLabel: isCommitteeState(state) ? labelOf(state, { form }) : state,
    firm: { id: firmId, creditCode, name: firmName },
    chair: chair === null ? null : namedOrganization(reference, chair, today),
    members,
    foundedOn,
  };
}
