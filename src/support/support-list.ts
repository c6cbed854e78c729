import { Injectable } from '@nestjs/common';
import type { Role } from '../../workflows/process.js';
import { SUPPORT_MEASURES, type SupportType } from '../../workflows/rules/support-types.js';
import type { Lateness } from '../../workflows/support/support.context.js';
import { LATENESS_LABELS, STATE_LABELS } from '../../workflows/support/support.labels.js';
import { type Actor, readerOf } from '../access/actor.js';
import { type ListSource, listed } from '../cases/listed.js';
import { namedOrganization } from '../directory/named-organization.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { ListedSupportDto, SupportListDto, SupportListQuery } from './support.dto.js';
import { isSupportState } from './support-resource.js';
import { firmIn } from './support-view.js';

const SOURCE = {
  name: 'supports',
  table: 'support',
  alias: 's',
  columns: `s.id, s.type, s.state, s.lateness, s.holder, s.holder_role as "holderRole", s.due_on as "dueOn",
  s.credit_code as "creditCode", s.firm_name as "firmName", s.county`,
  conditions: {
    state: (place: string) => `s.state = ${place}`,
    type: (place: string) => `s.type = ${place}`,
    lateness: (place: string) => `s.lateness = ${place}`,
    owner: (place: string) =>
      `s.holder = (select o.id from organization o where o.jurisdiction = $1 and o.key = ${place})`,
    parent: (place: string) => `s.parent_id = ${place}`,
  },
} satisfies ListSource<string>;

interface ListRow extends Record<string, unknown> {
  id: string;
  type: SupportType;
  state: string;
  lateness: Lateness | null;
  holder: string;
  holderRole: Role;
  dueOn: string;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
}

/** The measures that an actor may see, page by page: offices all, whoever carries them out their own. */
@Injectable()
export class SupportList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: SupportListQuery): Promise<SupportListDto> {
    const asked = readerOf(actor) === undefined ? withoutParent(query) : query;
    return this.database.as(actor, async (tx) => {
      const [{ items, ...page }, reference] = await Promise.all([
        listed<ListRow, keyof typeof SOURCE.conditions>(tx, SOURCE, actor, asked),
        referenceData(tx),
      ]);
      return { items: items.map((row) => itemOf(row, reference)), ...page };
    });
  }
}

/** What a measure hangs on is no helper's to ask about. */
function withoutParent({ parent: _, ...query }: SupportListQuery): SupportListQuery {
  return query;
}

function itemOf(row: ListRow, reference: ReferenceData): ListedSupportDto {
  const { id, type, state, lateness, holder, holderRole, dueOn } = row;
  const label = isSupportState(state) ? STATE_LABELS[state] : state;
  const isLate = lateness !== null && ['assigned', 'working', 'waiting'].includes(state);
  return {
    id,
    type,
    typeLabel: SUPPORT_MEASURES[type].label,
    state,
    stateLabel: isLate ? `${label}（${LATENESS_LABELS[lateness]}）` : label,
    lateness,
    owner: { organization: namedOrganization(reference, holder, dueOn), role: holderRole },
    dueOn,
    firm: firmIn(row),
  };
}
