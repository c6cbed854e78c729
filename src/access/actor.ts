import type { EventActor, Office, Role } from '../../workflows/process.js';

export type OrganizationKind =
  | 'bank'
  | 'finance'
  | 'industry'
  | 'county'
  | 'regulator'
  | 'pboc'
  | 'helper'
  | 'operator';

/** 接口密钥的职责: a bank's system prepares like a maker or sends like a checker, and no key does both (双人复核). */
export const KEY_DUTIES = ['prepare', 'send'] as const;
export type KeyDuty = (typeof KEY_DUTIES)[number];

/** The person whom a bank's system names behind what it sends, by the bank's own number. */
export interface Staff {
  /** Of its account, where it has one. */
  id: string;
  staffNo: string;
  name: string;
}

/** Where a request comes from, and its number in the answer and in the server's log: the log keeps both for the auditor. */
export interface Origin {
  address: string;
  request: string;
}

/** Who is asking, as the session or the key says. Clocks and cases ask too; the anonymous only about public things. */
export interface Actor {
  kind: EventActor['kind'] | 'anonymous';
  jurisdiction: string;
  /** Of a person who has signed in. */
  session?: string;
  /** Since its proof of who it is, little time has passed: it may take decisions of weight. */
  proven?: boolean;
  /** What the person must do before anything else. */
  owes?: 'password' | 'secondFactor';
  /** Of a bank's system: the id of its key. */
  person?: string;
  name?: string;
  login?: string;
  organization?: string;
  organizationKind?: OrganizationKind;
  /** Set when all posts of the actor are at one unit: a branch sees its own cases, the city branch all. */
  unit?: string;
  roles: readonly Role[];
  /** Roles lent to the actor, each by one person. */
  delegated: readonly { role: Role; from: string }[];
  /** What the key of a bank's system is for. */
  duty?: KeyDuty;
  /** Named by a bank's system in everything that it writes. */
  behind?: Staff;
  /** Of the request, where there is one. */
  origin?: Origin;
}

/** The capacity in which an actor does one thing: one of its posts, or one that was lent to it. */
export interface Capacity {
  role: Role;
  onBehalfOf?: string;
}

export function anonymous(jurisdiction: string): Actor {
  return { kind: 'anonymous', jurisdiction, roles: [], delegated: [] };
}

/** Time, another case, or the system itself. */
export function impersonal(kind: 'clock' | 'case' | 'system', jurisdiction: string): Actor {
  return { kind, jurisdiction, roles: [], delegated: [] };
}

/**
 * The first capacity of the actor among `roles`: its own posts before those it stands in for. A bank's system acts for the
 * person behind it, so that 双人复核 holds for people whatever they act through.
 */
export function capacityAmong(
  actor: Actor,
  roles: readonly Role[],
  onBehalfOf?: string,
): Capacity | undefined {
  const own = onBehalfOf === undefined ? roles.find((role) => actor.roles.includes(role)) : undefined;
  if (own !== undefined) {
    return { role: own, ...(actor.behind === undefined ? {} : { onBehalfOf: actor.behind.id }) };
  }
  const lent = actor.delegated.find(
    ({ role, from }) => roles.includes(role) && (onBehalfOf === undefined || from === onBehalfOf),
  );
  return lent === undefined ? undefined : { role: lent.role, onBehalfOf: lent.from };
}

/** The office in whose name a role speaks in a case. Banks and observers speak in their own. */
export function officeOf(role: Role | undefined): Office | undefined {
  switch (role?.split('.')[0]) {
    case 'finance':
      return 'finance';
    case 'industry':
      return 'industry';
    case 'county':
      return 'county';
    default:
      return undefined;
  }
}

/** What row-level security knows an actor as: the kind of its organization, or its part in running the system. */
export function readerOf(actor: Actor): string | undefined {
  if (actor.organizationKind === 'operator') {
    return actor.roles.includes('audit.admin') ? 'audit' : 'system';
  }
  return actor.organizationKind === 'bank' || actor.organizationKind === 'helper'
    ? undefined
    : actor.organizationKind;
}
