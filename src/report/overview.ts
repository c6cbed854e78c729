import { Injectable } from '@nestjs/common';
import { OUTCOME_LABELS } from '../../workflows/filing/filing.labels.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import type { Actor } from '../access/actor.js';
import { CaseDescriptions } from '../cases/case-descriptions.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { shanghai } from '../platform/instant.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { atRiskUntil } from '../worklist/light.js';
import type { OverdueCaseDto, OverviewDto, OverviewQueryDto, OverviewShareDto } from './overview.dto.js';
import {
  type Axis,
  ESCALATED,
  LIGHTS_OF_OPEN_CASES,
  type LightsRow,
  OVERDUE_CASES,
  type OverdueRow,
  SHARES,
  type ShareRow,
} from './overview-rows.js';

const MONTHS = 12;
const UNKNOWN = '未登记';
const KIND_LABELS: Readonly<Record<string, string>> = { withdraw: '抽贷', squeeze: '压贷', suspend: '停贷' };

/** 概览: what was received and where it stands, out of what row-level security shows the reader: a bank counts its own. */
@Injectable()
export class Overviews {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly descriptions: CaseDescriptions,
  ) {}

  async of(actor: Actor, { months = MONTHS }: OverviewQueryDto): Promise<OverviewDto> {
    return this.database.as(actor, async (tx) => {
      const { jurisdiction } = actor;
      const [{ at, today }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
      const monthKeys = monthsUntil(today, months);
      const since = `${monthKeys[0] ?? today.slice(0, 7)}-01`;
      // By when the offices have to act is not for a bank to know.
      const isBank = actor.organizationKind === 'bank';
      const near = atRiskUntil(reference.calendar, today);
      const [shares, [lights], [climbed], overdue] = await Promise.all([
        tx.query<ShareRow>(SHARES, [jurisdiction, since]),
        isBank ? [] : tx.query<LightsRow>(LIGHTS_OF_OPEN_CASES, [jurisdiction, at, near]),
        isBank ? [] : tx.query<{ escalated: number }>(ESCALATED, [jurisdiction]),
        isBank ? [] : tx.query<OverdueRow>(OVERDUE_CASES, [jurisdiction, at]),
      ]);
      const along = (axis: Axis, labelOf: (row: ShareRow) => string, counts = (_: ShareRow) => true) =>
        shares
          .filter((row) => row.axis === axis && counts(row))
          .map((row) => shareOf(row, labelOf(row)))
          .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
      const [all] = along('all', () => '');
      return {
        asOf: at,
        since,
        count: all?.count ?? 0,
        amount: all?.amount ?? formatYuan(0n),
        lights: lights === undefined ? null : { ...lights, escalated: climbed?.escalated ?? 0 },
        overdue: overdue.map((row) => this.overdueCase(row)),
        byMonth: filled(
          monthKeys.map((key) => ({ key, label: key })),
          along('month', ({ key }) => key ?? ''),
        ),
        byBank: along('bank', ({ key }) => bankIn(reference, key)),
        byCounty: filled(
          reference.counties
            .filter(({ administered }) => administered)
            .map(({ key, name }) => ({ key, label: name })),
          along('county', ({ key }) => key ?? UNKNOWN),
        ),
        byTrade: along('trade', ({ key }) => key ?? UNKNOWN),
        byKind: along('kind', ({ key }) => KIND_LABELS[key ?? ''] ?? UNKNOWN),
        byState: along('outcome', (row) => this.outcomeIn(row), isOpen),
        byOutcome: along(
          'outcome',
          (row) => this.outcomeIn(row),
          (row) => !isOpen(row),
        ),
      };
    });
  }

  private overdueCase({ state, dueAt, ...row }: OverdueRow): OverdueCaseDto {
    return {
      ...row,
      state,
      stateLabel: this.descriptions.of(row.process).stateLabel(state),
      dueAt: shanghai(dueAt),
    };
  }

  private outcomeIn({ key, outcome }: ShareRow): string {
    const known = Object.entries(OUTCOME_LABELS).find(([name]) => name === outcome);
    return known?.[1] ?? this.descriptions.of('filing').stateLabel(key ?? '');
  }
}

/** Where a report's way has ended; `voided` is counted nowhere. */
const ENDED: readonly string[] = ['closed', 'withdrawn', 'outOfScope', 'lapsed', 'judicial'];

function isOpen({ key }: ShareRow): boolean {
  return key !== null && !ENDED.includes(key);
}

function shareOf({ key, outcome, counted, fen }: ShareRow, label: string): OverviewShareDto {
  return { key: outcome ?? key ?? '', label, count: counted, amount: formatYuan(BigInt(fen)) };
}

function bankIn(reference: ReferenceData, id: string | null): string {
  return (id === null ? undefined : reference.organization(id).names.at(-1)?.name) ?? UNKNOWN;
}

/** Nothing received is a figure too. */
function filled(
  wanted: readonly { key: string; label: string }[],
  found: readonly OverviewShareDto[],
): OverviewShareDto[] {
  return wanted.map(({ key, label }) => {
    const share = found.find((each) => each.key === key);
    return { key, label, count: share?.count ?? 0, amount: share?.amount ?? formatYuan(0n) };
  });
}

/** `2026-01` … the month of `today`, the earliest first. */
function monthsUntil(today: string, count: number): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = last - count + 1 + index;
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
