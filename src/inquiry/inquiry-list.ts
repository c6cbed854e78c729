import { Injectable } from '@nestjs/common';
import type { InquiryKind } from '../../workflows/inquiry/inquiry.context.js';
import { KIND_LABELS, STATE_LABELS } from '../../workflows/inquiry/inquiry.labels.js';
import type { Actor } from '../access/actor.js';
import { type ListSource, listed } from '../cases/listed.js';
import { namedOrganization } from '../directory/named-organization.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { InquiryListDto, InquiryListQuery, ListedInquiryDto } from './inquiry.dto.js';
import { isInquiryState } from './inquiry-resource.js';

const SOURCE = {
  name: 'inquiries',
  table: 'inquiry',
  alias: 'i',
  columns: `i.id, i.number, i.state, i.kind, i.bank, i.filing, i.opened_at as "openedAt"`,
  conditions: {
    state: (place: string) => `i.state = ${place}`,
    kind: (place: string) => `i.kind = ${place}`,
    bank: (place: string) =>
      `i.bank = (select o.id from organization o where o.jurisdiction = $1 and o.key = ${place})`,
    filing: (place: string) => `i.filing = ${place}`,
  },
} satisfies ListSource<string>;

interface ListRow extends Record<string, unknown> {
  id: string;
  number: string;
  state: string;
  kind: InquiryKind;
  bank: string;
  filing: string | null;
  openedAt: Date;
}

/** The inquiries that an actor may see, page by page: the finance bureau all, others those that they were told of. */
@Injectable()
export class InquiryList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: InquiryListQuery): Promise<InquiryListDto> {
    return this.database.as(actor, async (tx) => {
      const [{ items, ...page }, reference] = await Promise.all([
        listed<ListRow, keyof typeof SOURCE.conditions>(tx, SOURCE, actor, query),
        referenceData(tx),
      ]);
      return { items: items.map((row) => itemOf(row, reference)), ...page };
    });
  }
}

function itemOf({ bank, openedAt, ...row }: ListRow, reference: ReferenceData): ListedInquiryDto {
  return {
    ...row,
    stateLabel: isInquiryState(row.state) ? STATE_LABELS[row.state] : row.state,
    kindLabel: KIND_LABELS[row.kind],
    bank: namedOrganization(reference, bank, civilDay(openedAt)),
    openedAt: shanghai(openedAt),
  };
}
