import { WorkingCalendar } from '../../workflows/calendar/working-calendar.js';
import type { CivilDay, Role } from '../../workflows/process.js';
import type { PolicyValues } from '../../workflows/rules/policy.js';
import type { OrganizationKind } from '../access/actor.js';
import type { Statement, Transaction } from '../platform/transaction.js';

export interface PolicyVersion {
  id: string;
  number: number;
  validFrom: CivilDay;
  clause: string;
  values: PolicyValues;
}

export interface LegalBasis {
  id: string;
  title: string;
  documentNumber: string;
  clause: string;
  label: string | null;
  validFrom: CivilDay;
  validUntil: CivilDay | null;
}

export interface OrganizationName {
  name: string;
  englishName: string;
  validFrom: CivilDay;
  validUntil: CivilDay | null;
  /** What is still to be confirmed about the name. */
  remark: string | null;
}

export interface Organization {
  id: string;
  key: string;
  kind: OrganizationKind;
  county: string | null;
  series: string | null;
  /** Its last day; null while it takes part. */
  endedOn: CivilDay | null;
  names: OrganizationName[];
  units: { id: string; key: string; name: string; endedOn: CivilDay | null }[];
}

export interface County {
  key: string;
  name: string;
  englishName: string;
  regionCode: string | null;
  administered: boolean;
}

export interface SignOffChain {
  organization: string;
  act: 'file' | 'opinion';
  lane: 'any' | 'routine' | 'focus';
  posts: Role[];
}

export interface CalendarRevision {
  year: number;
  revision: number;
  notice: string;
  off: [CivilDay, CivilDay][];
  working: CivilDay[];
}

/** What changes rarely and is read in every transaction: a node keeps it, and the stamp says when it has grown old. */
export class ReferenceData {
  readonly calendar: WorkingCalendar;
  private readonly byId: Map<string, Organization>;

  constructor(
    readonly stamp: string,
    readonly policies: readonly PolicyVersion[],
    readonly bases: readonly LegalBasis[],
    readonly calendarYears: readonly CalendarRevision[],
    readonly organizations: readonly Organization[],
    readonly counties: readonly County[],
    readonly chains: readonly SignOffChain[],
  ) {
    this.calendar = new WorkingCalendar([...calendarYears]);
    this.byId = new Map(organizations.map((organization) => [organization.id, organization]));
  }

  /** The policy in force on a day. Throws when there is none: a city without numbers cannot receive a report. */
  policyOn(day: CivilDay): PolicyVersion {
    const found = this.policies.filter(({ validFrom }) => validFrom <= day).at(-1);
    if (found === undefined) throw new Error(`No policy is in force on ${day}.`);
    return found;
  }

  policy(id: string): PolicyVersion {
    const found = this.policies.find((policy) => policy.id === id);
    if (found === undefined) throw new Error(`Policy ${id} is unknown.`);
    return found;
  }

  /** The legal basis in force on a day; without one, reporting is voluntary (自愿报告). */
  basisOn(day: CivilDay): LegalBasis | undefined {
    return this.bases.find(
      ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day),
    );
  }

  organization(id: string): Organization {
    const found = this.byId.get(id);
    if (found === undefined) throw new Error(`Organization ${id} is unknown.`);
    return found;
  }

  /** The one organization of a kind of which a city has one, such as its finance bureau. */
  soleOf(kind: OrganizationKind): Organization | undefined {
    return this.organizations.find((organization) => organization.kind === kind);
  }

  ofCounty(county: string): Organization | undefined {
    return this.organizations.find((organization) => organization.county === county);
  }

  /** The name that an organization bore on a day: documents keep the name of their date. */
  nameOn(organization: string, day: CivilDay): string {
    return this.namesOn(organization, day)?.name ?? this.organization(organization).key;
  }

  /** The same in both languages; before its first name an organization is called by its last. */
  namesOn(organization: string, day: CivilDay): OrganizationName | undefined {
    const { names } = this.organization(organization);
    const inForce = names.filter(
      ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day),
    );
    return inForce.at(-1) ?? names.at(-1);
  }
}

const STAMP: Statement = { name: 'reference-stamp', text: 'select stamp from reference_stamp' };

const LOAD: Statement = {
  name: 'reference-data',
  text: `select
    (select stamp from reference_stamp) as stamp,
    (select coalesce(json_agg(json_build_object('id', id, 'number', number, 'validFrom', valid_from, 'clause', clause,
        'values', "values") order by valid_from), '[]') from policy_version) as policies,
    (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'documentNumber', document_number,
        'clause', clause, 'label', label, 'validFrom', valid_from, 'validUntil', valid_until)
        order by valid_from desc), '[]') from policy_basis) as bases,
    (select coalesce(json_agg(json_build_object('year', year, 'revision', revision, 'notice', notice, 'off', off,
        'working', working) order by year), '[]')
      from calendar_year c
      where revision = (select max(revision) from calendar_year d where d.jurisdiction = c.jurisdiction and d.year = c.year)
    ) as calendar_years,
    (select coalesce(json_agg(json_build_object('id', id, 'key', key, 'kind', kind, 'county', county, 'series', series,
        'endedOn', ended_on,
        'names', (select coalesce(json_agg(json_build_object('name', n.name, 'englishName', n.english_name,
            'validFrom', n.valid_from, 'validUntil', n.valid_until, 'remark', n.remark) order by n.valid_from), '[]')
          from organization_name n where n.jurisdiction = o.jurisdiction and n.organization = o.id),
        'units', (select coalesce(json_agg(json_build_object('id', u.id, 'key', u.key, 'name', u.name,
            'endedOn', u.ended_on) order by u.key), '[]')
          from unit u where u.jurisdiction = o.jurisdiction and u.organization = o.id)) order by key), '[]')
      from organization o) as organizations,
    (select coalesce(json_agg(json_build_object('key', key, 'name', name, 'englishName', english_name,
        'regionCode', region_code, 'administered', administered) order by region_code nulls last, key), '[]')
      from county) as counties,
    (select coalesce(json_agg(json_build_object('organization', organization, 'act', act, 'lane', lane, 'posts', posts)), '[]')
      from sign_off_chain) as chains`,
};

interface LoadedRow {
  stamp: string;
  policies: PolicyVersion[];
  bases: LegalBasis[];
  calendar_years: CalendarRevision[];
  organizations: Organization[];
  counties: County[];
  chains: SignOffChain[];
}

let kept: ReferenceData | undefined;

/**
 * The reference data as of this transaction. Give the stamp when it was read with something else already.
 * The transaction must be in a scope: without one there is nothing to see.
 */
export async function referenceData(tx: Transaction, stamp?: string): Promise<ReferenceData> {
  const wanted = stamp ?? (await tx.query<{ stamp: string }>(STAMP))[0]?.stamp;
  if (kept !== undefined && kept.stamp === wanted) return kept;
  const [row] = await tx.query<LoadedRow & Record<string, unknown>>(LOAD);
  if (row === undefined) throw new Error('The reference data could not be read.');
  kept = new ReferenceData(
    row.stamp,
    row.policies,
    row.bases,
    row.calendar_years,
    row.organizations,
    row.counties,
    row.chains,
  );
  return kept;
}
