import { Injectable } from '@nestjs/common';
import type { ItemKind, SubjectType } from '../../workflows/resolution/subjects.js';
import type { Actor } from '../access/actor.js';
import { type ListSource, listed } from '../cases/listed.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { ListedResolutionDto, ResolutionListDto, ResolutionListQuery } from './resolution.dto.js';
import { RESOLUTION_RESOURCE } from './resolution-resource.js';

const SOURCE = {
  name: 'resolutions',
  table: 'resolution',
  alias: 'r',
  columns: `r.id, r.number, r.committee, r.title, r.state, r.kind, r.subject ->> 'type' as subject,
  r.closed_on as "closedOn", r.until_on as until`,
  conditions: {
    committee: (place: string) => `r.committee = ${place}`,
    state: (place: string) => `r.state = ${place}`,
    kind: (place: string) => `r.kind = ${place}`,
  },
} satisfies ListSource<string>;

interface ListRow extends Record<string, unknown> {
  id: string;
  number: string;
  committee: string;
  title: string;
  state: string;
  kind: ItemKind;
  subject: SubjectType;
  closedOn: string | null;
  until: string | null;
}

/** The resolutions that an actor may see, page by page. */
@Injectable()
export class ResolutionList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: ResolutionListQuery): Promise<ResolutionListDto> {
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

function itemOf(row: ListRow): ListedResolutionDto {
  return { ...row, stateLabel: RESOLUTION_RESOURCE.stateLabel(row.state) };
}
