import { Injectable } from '@nestjs/common';
import { type CoordinationEnd } from '../../workflows/coordination/coordination.context.js';
import { END_LABELS, STATE_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { Actor } from '../access/actor.js';
import { type ListSource, listed } from '../cases/listed.js';
import { shanghai } from '../platform/instant.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type {
  CoordinationListDto,
  CoordinationListQuery,
  ListedCoordinationDto,
} from './coordination.dto.js';
import { isCoordinationState } from './coordination-resource.js';
import { type FirmColumns, firmIn } from './coordination-view.js';

const SOURCE = {
  name: 'coordinations',
  table: 'coordination',
  alias: 'c',
  columns: `c.id, c.firm, c.credit_code as "creditCode", c.firm_name as "firmName", c.county, c.state, c.ending, c.filings,
  c.meeting_on as "meetingOn", c.opened_at as "openedAt"`,
  conditions: {
    state: (place: string) => `c.state = ${place}`,
    county: (place: string) => `c.county = ${place}`,
    creditCode: (place: string) => `c.credit_code = ${place}`,
    filing: (
      place: string,
    ) => `exists (select from coordination_filing f where f.jurisdiction = c.jurisdiction
      and f.coordination = c.id and f.filing = ${place})`,
  },
} satisfies ListSource<string>;

interface ListRow extends FirmColumns, Record<string, unknown> {
  id: string;
  state: string;
  ending: CoordinationEnd | null;
  filings: number;
  meetingOn: string | null;
  openedAt: Date;
}

/** The coordinations that an office may see, page by page; a county those of its own firms. */
@Injectable()
export class CoordinationList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: CoordinationListQuery): Promise<CoordinationListDto> {
    return this.database.as(actor, async (tx) => {
      const { items, ...page } = await listed<ListRow, keyof typeof SOURCE.conditions>(
        tx,
        SOURCE,
        actor,
        query,
      );
      return { items: items.map(itemOf), ...page };
    });
  }
}

function itemOf(row: ListRow): ListedCoordinationDto {
  const { id, state, ending, filings, meetingOn, openedAt } = row;
  const label = isCoordinationState(state) ? STATE_LABELS[state] : state;
  return {
    id,
    firm: firmIn(row),
    state,
    stateLabel: ending === null ? label : END_LABELS[ending],
    open: filings,
    meetingOn,
    openedAt: shanghai(openedAt),
  };
}
