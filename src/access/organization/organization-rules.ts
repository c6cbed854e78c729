import type { CivilDay, Refusal } from '../../../workflows/process.js';
import type { OrganizationKind } from '../actor.js';

export const ORGANIZATION_CHANGES = ['add', 'addUnit', 'rename', 'renameUnit', 'end', 'endUnit'] as const;
export type ChangeOfOrganization = (typeof ORGANIZATION_CHANGES)[number];

/** Offices are the regime's own: they are named anew, and neither come nor go. */
export const JOINING_KINDS = ['bank', 'helper'] as const;
export type JoiningKind = (typeof JOINING_KINDS)[number];

/** 机构变更, as somebody wants it. */
export interface OrganizationWish {
  change: ChangeOfOrganization;
  organization: string | null;
  unit: string | null;
  key: string | null;
  kind: JoiningKind | null;
  series: string | null;
  name: string | null;
  englishName: string | null;
  /** First day of an organization or a name, last day of what ends. */
  on: CivilDay | null;
}

export interface OrganizationFacts {
  today: CivilDay;
  /** Undefined when there is none. */
  organization: { kind: OrganizationKind; endedOn: CivilDay | null; namedFrom: CivilDay } | undefined;
  unit: { endedOn: CivilDay | null } | undefined;
  taken: { key: boolean; series: boolean };
  /** Of what is to end: cases that are not closed, drafts among them. */
  openCases: number;
}

/** What each change has to say. */
const ASKED: Readonly<Record<ChangeOfOrganization, readonly (keyof OrganizationWish)[]>> = {
  add: ['kind', 'key', 'name', 'englishName', 'on'],
  addUnit: ['organization', 'key', 'name'],
  rename: ['organization', 'name', 'englishName', 'on'],
  renameUnit: ['organization', 'unit', 'name'],
  end: ['organization', 'on'],
  endUnit: ['organization', 'unit', 'on'],
};

/** Why it cannot be done. Asked when it is proposed, and again when it is executed. */
export function organizationRefusals(wish: OrganizationWish, facts: OrganizationFacts): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: keyof OrganizationWish, message: string) =>
    refusals.push({ code, pointer: `/${field}`, message });
  for (const field of ASKED[wish.change]) {
    if (wish[field] === null) refuse('answer-missing', field, '请填写此项。');
  }
  if (refusals.length > 0) return refusals;
  const { change, on } = wish;
  const { today, organization, unit, taken, openCases } = facts;
  if (change === 'add' && wish.kind === 'bank' && wish.series === null) {
    refuse('answer-missing', 'series', '请填写报告编号所用的银行简称。');
  }
  if (change === 'add' && wish.kind !== 'bank' && wish.series !== null) {
    refuse('series-of-bank', 'series', '只有银行有报告编号简称，请清空此项。');
  }
  if (change !== 'add' && (organization === undefined || organization.endedOn !== null)) {
    refuse('organization-unknown', 'organization', '没有该机构，或已终止，请重新选择。');
  }
  if ((change === 'renameUnit' || change === 'endUnit') && (unit === undefined || unit.endedOn !== null)) {
    refuse('unit-unknown', 'unit', '须为该机构的分支机构，且未终止，请重新选择。');
  }
  if (change === 'addUnit' && organization !== undefined && organization.kind !== 'bank') {
    refuse('role-not-of-organization', 'organization', '只有银行设分支机构，请重新选择。');
  }
  const joins = JOINING_KINDS.some((kind) => kind === organization?.kind);
  if (change === 'end' && organization !== undefined && !joins) {
    refuse('organization-stays', 'organization', '政府部门和运行管理单位不能终止，请改为更名。');
  }
  if (on !== null && on < today) refuse('organization-backdated', 'on', '日期不能早于今日，请调整日期。');
  if (change === 'rename' && organization !== undefined && on !== null && on <= organization.namedFrom) {
    refuse('name-already-dated', 'on', `现用名称自${organization.namedFrom}起，新名称须晚于该日。`);
  }
  if (taken.key) refuse('key-taken', 'key', '该代码已被使用，请更换。');
  if (taken.series) refuse('series-taken', 'series', '该简称已被其他银行使用，请更换。');
  if (openCases > 0) {
    const message = `尚有${String(openCases)}件未办结（含草稿），请待办结、撤回或删除后再终止。`;
    refuse('cases-open', change === 'endUnit' ? 'unit' : 'organization', message);
  }
  return refusals;
}
