import { randomUUID } from 'node:crypto';
import type { Answer, Body } from './client.js';
import { query } from './database.js';
import { expecting, person } from './filings.js';
import { aKnownFirm } from './firms.js';

/** One committee of a test, by its address. */
export interface Committee {
  id: string;
  path: string;
  firm: string;
  creditCode: string;
  /** Organization keys, the proposer's first. */
  banks: readonly string[];
}

export interface Proposal {
  /** Organization keys of the creditors. */
  banks?: readonly string[];
  /** Login of whoever proposes; the delegate of the first bank. */
  proposer?: string;
  form?: 'full' | 'light';
  lead?: string;
}

const THREE = ['jinli', 'citong', 'haisi'];
/** 8,000,000 / 6,000,000 / 4,000,000 …: the first bank has the largest claim. */
const CLAIMS = ['8000000.00', '6000000.00', '4000000.00', '2000000.00', '1000000.00'];

/** The id of an organization by its key. */
export async function idOf(key: string): Promise<string> {
  const [found] = await query<{ id: string }>('admin', 'select id from organization where key = $1', [key]);
  if (found === undefined) throw new Error(`No organization is called ${key}.`);
  return found.id;
}

export async function unitOf(bank: string, unit: string): Promise<string> {
  const [found] = await query<{ id: string }>(
    'admin',
    'select u.id from unit u join organization o on o.id = u.organization where o.key = $1 and u.key = $2',
    [bank, unit],
  );
  if (found === undefined) throw new Error(`${bank} has no unit ${unit}.`);
  return found.id;
}

/** A firm in the directory; its id and credit code. */
export async function aFirm(): Promise<{ id: string; creditCode: string }> {
  const creditCode = await aKnownFirm();
  const [found] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
    creditCode,
  ]);
  return { id: found?.id ?? '', creditCode };
}

/** What `POST /committees` takes, as it ordinarily is. */
export async function aProposal(
  firm: string,
  { banks = THREE, form = 'full', lead }: Proposal = {},
): Promise<Record<string, unknown>> {
  return {
    firm,
    form,
    creditors: await Promise.all(banks.map(async (bank) => ({ organization: await idOf(bank) }))),
    reason: '贷款余额较大，生产经营正常，资金周转暂时困难。',
    ...(lead === undefined ? {} : { lead: await idOf(lead) }),
  };
}

export async function aProposedCommittee(proposal: Proposal = {}): Promise<Committee> {
  const { banks = THREE } = proposal;
  const { id: firm, creditCode } = await aFirm();
  const client = await person(proposal.proposer ?? delegateOf(banks[0] ?? 'jinli'));
  const { body } = expecting(201, await client.post('/committees', await aProposal(firm, proposal)));
  return { id: body.id, path: `/committees/${body.id}`, firm, creditCode, banks };
}

/** Its creditors are invited. */
export async function aFormingCommittee(proposal: Proposal = {}): Promise<Committee> {
  const committee = await aProposedCommittee(proposal);
  await act(committee, proposal.proposer ?? delegateOf(committee.banks[0] ?? 'jinli'), 'INVITE');
  return committee;
}

/** All have declared; the first and the second are willing to chair. Confirmed as of today. */
export async function anElectingCommittee(recordDate: string, proposal: Proposal = {}): Promise<Committee> {
  const committee = await aFormingCommittee(proposal);
  for (const [index, bank] of committee.banks.entries()) {
    await act(committee, delegateOf(bank), 'DECLARE_CLAIM', aClaim(CLAIMS[index] ?? '500000.00', index < 2));
  }
  const proposer = proposal.proposer ?? delegateOf(committee.banks[0] ?? 'jinli');
  await act(committee, proposer, 'CONFIRM_CLAIMS', { recordDate });
  return committee;
}

/** The first bank is elected. */
export async function aSigningCommittee(recordDate: string, proposal: Proposal = {}): Promise<Committee> {
  const committee = await anElectingCommittee(recordDate, proposal);
  const chair = await idOf(committee.banks[0] ?? 'jinli');
  for (const bank of committee.banks) {
    if ((await seen(committee)).state !== 'electing') break;
    await act(committee, delegateOf(bank), 'ELECT', { chair });
  }
  return committee;
}

/** All have signed: the first bank is its chair. */
export async function anActiveCommittee(recordDate: string, proposal: Proposal = {}): Promise<Committee> {
  const committee = await aSigningCommittee(recordDate, proposal);
  for (const bank of committee.banks) await sign(committee, bank);
  return committee;
}

/** Two lenders who talk. */
export async function aConsultation(banks: readonly string[] = ['jinli', 'citong']): Promise<Committee> {
  return aFormingCommittee({ banks, form: 'light' });
}

export function aClaim(principal: string, willingToChair?: boolean): Record<string, unknown> {
  return {
    principal,
    pledgedMargin: '0.00',
    deposits: '0.00',
    basis: 'loan',
    documents: ['借款合同〔2026〕12号'],
    ...(willingToChair === undefined ? {} : { willingToChair }),
  };
}

export async function sign(committee: Committee, bank: string): Promise<Body> {
  const { agreement } = await seen(committee);
  return act(committee, delegateOf(bank), 'SIGN', { agreement, authorization: '授权书〔2026〕3号' });
}

/** Somebody does something with a committee, on its present version, and it is taken. */
export async function act(
  committee: Committee,
  login: string,
  type: string,
  payload: object = {},
): Promise<Body> {
  return expecting(200, await attempt(committee, login, type, payload)).body;
}

/** The same, whatever comes of it. */
export async function attempt(
  { path }: Committee,
  login: string,
  type: string,
  payload: object = {},
): Promise<Answer> {
  const client = await person(login);
  const before = await client.get(path);
  const ifMatch = before.headers.get('etag') ?? '"1.0"';
  return client.send(path, type, payload, { ifMatch, idempotencyKey: randomUUID() });
}

/** A committee as an office sees it, or somebody else. */
export async function seen({ path }: Committee, login = 'finance.reviewer'): Promise<Body> {
  return expecting(200, await (await person(login)).get(path)).body;
}

/** What lies beside it: `claims`, `agreement`, `meetings`, `rollovers`. */
export async function beside({ path }: Committee, what: string, login = 'finance.reviewer'): Promise<Body> {
  return expecting(200, await (await person(login)).get(`${path}/${what}`)).body;
}

export function delegateOf(bank: string): string {
  return `${bank}.delegate`;
}

/** The case as the database holds it, to compare before and after: a refused act leaves no trace in it. */
export async function stored({ id }: Committee): Promise<unknown> {
  const [row] = await query(
    'admin',
    `select c.seq, c.state, c.context, (select count(*) from log_entry e where e.case_id = c.id and e.kind = 'transition') as entries,
        (select count(*) from notice n where n.case_id = c.id) as notices,
        (select json_agg(d order by d.name) from deadline d where d.case_id = c.id) as clocks,
        (select json_agg(m order by m.bank) from committee_member m where m.committee = c.id) as members,
        (select json_agg(k order by k.bank) from claim k where k.committee = c.id) as claims
      from process_case c where c.id = $1`,
    [id],
  );
  return row;
}
