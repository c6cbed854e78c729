import type { CivilDay, Refusal, Role } from '../../../workflows/process.js';
import type { OrganizationKind } from '../actor.js';

/** 三员: each of them holds this post and no other (GB/T 22239-2019 8.1.4.2 d). */
export const THREE_ADMINISTRATORS: readonly Role[] = ['system.admin', 'security.admin', 'audit.admin'];
const CLAUSE = 'GB/T 22239-2019 8.1.4.2 d）：管理用户的权限分离';

export interface Term {
  validFrom: CivilDay;
  validUntil: CivilDay | null;
}

export interface HeldPost extends Term {
  role: Role;
  unit: string | null;
}

/** What must be known to judge a post that somebody is to get. */
export interface AppointmentFacts {
  today: CivilDay;
  /** Of the organization that the post is at; undefined when there is none, or none that the proposer keeps. */
  organizationKind: OrganizationKind | undefined;
  isOwnUnit: boolean;
  /** The account that gets it; undefined when there is none. A newcomer's is still to be made. */
  account: { isDisabled: boolean; posts: readonly HeldPost[] } | undefined;
  taken: { login: boolean; staffNo: boolean };
  /** Whether a newcomer's login says whose it is, as a bank's must. */
  isLoginOfOrganization: boolean;
}

export interface Appointment extends Term {
  role: Role;
  unit: string | null;
  isNewcomer: boolean;
}

/** Why somebody cannot be given a post. */
export function appointmentRefusals(wish: Appointment, facts: AppointmentFacts): Refusal[] {
  const { role, isNewcomer, validFrom, validUntil } = wish;
  const { today, organizationKind, isOwnUnit, account, taken } = facts;
  const refusals: Refusal[] = [];
  const refuse = (code: string, pointer: string, message: string, clause?: string) =>
    refusals.push({ code, pointer, message, ...(clause === undefined ? {} : { clause }) });
  if (isNewcomer && organizationKind === undefined) {
    refuse('organization-unknown', '/newPerson/organization', '没有该机构，或不由您管理，请重新选择。');
  } else if (account !== undefined && organizationKind === undefined) {
    refuse('organization-unknown', '/person', '该人员所在机构已终止，不能再授予岗位。');
  }
  if (account === undefined) {
    refuse('person-unknown', '/person', '没有该人员，或不由您管理，请重新选择。');
  } else if (account.isDisabled) {
    refuse('person-disabled', '/person', '该账号已停用，请先启用账号。');
  }
  if (organizationKind !== undefined && organizationKind !== kindFor(role)) {
    refuse('role-not-of-organization', '/role', '该机构不设此岗位，请重新选择。');
  }
  if (!isOwnUnit) refuse('unit-unknown', '/unit', '须为该机构的分支机构，请重新选择。');
  // Of another bank's logins, one that is taken would tell that it takes part.
  if (!facts.isLoginOfOrganization) {
    refuse(
      'login-not-of-organization',
      '/newPerson/login',
      '银行人员的登录名须以本行标识加点开头，例如 jinli.maker3。',
    );
  } else if (taken.login) refuse('login-taken', '/newPerson/login', '该登录名已被使用，请更换。');
  if (taken.staffNo) {
    refuse('staff-number-taken', '/newPerson/staffNo', '该工号已有账号，请直接为其授予岗位。');
  }
  if (validUntil !== null && validUntil < validFrom) {
    refuse('period-reversed', '/validUntil', '末日不能早于首日，请调整日期。');
  } else if (validUntil !== null && validUntil < today) {
    refuse('grant-too-late', '/validUntil', '任期已经届满，请重新提出。');
  }
  const overlapping = (account?.posts ?? []).filter((post) => overlaps(post, wish));
  if (overlapping.some((post) => exclude(post.role, role))) {
    const message = '系统管理员、安全管理员、审计管理员互不兼任，也不兼任其他岗位，请先撤销其现有岗位。';
    refuse('posts-exclude', '/role', message, CLAUSE);
  }
  if (overlapping.some((post) => post.role === role && post.unit === wish.unit)) {
    refuse('post-held-already', '/role', '该人员在此期间已担任该岗位，无须重复授予。');
  }
  return refusals;
}

/** The kind of organization that a post belongs to; undefined for a bank's system, which is known by its key. */
export function kindFor(role: Role): OrganizationKind | undefined {
  if (role === 'bank.client') return undefined;
  if (THREE_ADMINISTRATORS.includes(role)) return 'operator';
  const [kind] = role.split('.');
  return kind as OrganizationKind;
}

function exclude(one: Role, other: Role): boolean {
  return one !== other && [one, other].some((role) => THREE_ADMINISTRATORS.includes(role));
}

/** A term that was taken back before it began has no day. */
function overlaps(one: Term, other: Term): boolean {
  const lasts = ({ validFrom, validUntil }: Term) => validUntil === null || validUntil >= validFrom;
  const reaches = ({ validUntil }: Term, { validFrom }: Term) =>
    validUntil === null || validUntil >= validFrom;
  return lasts(one) && lasts(other) && reaches(one, other) && reaches(other, one);
}
