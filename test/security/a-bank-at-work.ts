import { aPdf, sha256 } from '../attachment/a-file.js';
import { upload } from '../attachment/upload.js';
import {
  anIntervention,
  type Coordination,
  coordinate,
  coordinationOf,
  organizationId,
  personId,
} from '../coordination/a-coordination.js';
import { act as actInCommittee, beside, type Committee } from '../support/committees.js';
import { aCreditCode } from '../support/credit-code.js';
import { query } from '../support/database.js';
import { act, aDraft, expecting, type Filing, person } from '../support/filings.js';
import { aKnownFirm } from '../support/firms.js';
import { act as askBank } from '../support/inquiries.js';
import { aCommittee, act as actOnItem, aDraftedItem, type Resolution } from '../support/resolutions.js';
import { aMeasureOf } from '../support-tasks/a-measure.js';
import { aPausedWebhook } from './systems-and-posts.js';

/** One of each kind of thing that a bank can have a part in. */
export interface BankAtWork {
  /** In the coordination of its firm, with an attachment. */
  coordinated: Filing;
  /** Under review, on another firm. */
  reviewed: Filing;
  coordination: Coordination;
  firms: string[];
  sha256: string;
  committee: Committee;
  meeting: string;
  resolution: Resolution;
  measure: string;
  inquiry: string;
  webhook: string;
  /** The bank's own, and another's. */
  organizations: string[];
}

export interface Setting {
  bank: string;
  county: string;
  /** Of its committee, the bank first. */
  members: readonly string[];
}

const JINLI: Setting = { bank: 'jinli', county: 'jinjiang', members: ['jinli', 'haisi', 'anping'] };

/** A bank with everything that it can be in; its committee is on a firm of its own. */
export async function aBankAtWork(today: string, setting = JINLI): Promise<BankAtWork> {
  const { bank, members } = setting;
  const coordination = await aCoordinationOf(setting, aCreditCode());
  const [coordinated] = coordination.filings as [Filing];
  const paper = aPdf();
  const reviewed = await aReportWith(paper, setting);
  const measure = await aMeasureOf(coordination, {
    owner: { organization: await organizationId(bank), role: 'bank.maker' },
    input: { bank: await organizationId(bank), amount: '700000.00', neededOn: '2026-06-20' },
  });
  const committee = await aCommittee(today, members);
  await actInCommittee(committee, `${bank}.delegate`, 'CALL_MEETING', {
    on: '2026-06-25',
    at: '09:30',
    place: '市行政中心',
    way: 'onSite',
    agenda: ['稳定期安排'],
  });
  const [{ id: meeting }] = (await beside(committee, 'meetings')).items;
  return {
    coordinated,
    reviewed,
    coordination,
    firms: [await firmOf(coordinated), await firmOf(reviewed)],
    sha256: sha256(paper),
    committee,
    meeting,
    resolution: await aNoticedItemOf(committee, bank),
    measure: measure.id,
    inquiry: await anInquiryInto(coordinated),
    webhook: await aPausedWebhook(bank),
    organizations: [await organizationId('jinli'), await organizationId('citong')],
  };
}

/** Another bank does on the same firms whatever can be done there, and the offices with it. */
export async function anotherBankFilesOnTheSame({
  coordinated,
  reviewed,
  firms,
}: BankAtWork): Promise<Filing[]> {
  const joined = await anIntervention({ bank: 'citong', creditCode: coordinated.creditCode });
  await anInquiryInto(joined);
  const coordination = await aCoordinationOf({ ...JINLI, bank: 'citong' }, reviewed.creditCode);
  await aMeasureOf(coordination, {
    input: { bank: await organizationId('citong'), amount: '700000.00', neededOn: '2026-06-20' },
  });
  const maker = await person('citong.maker');
  for (const firm of firms) {
    expecting(
      201,
      await maker.post(`/firms/${firm}/acts`, {
        kind: 'squeeze',
        amount: '300000.00',
        actedOn: '2026-06-01',
        status: 'executed',
      }),
    );
  }
  return [joined, ...coordination.filings];
}

/** The bank's report on a firm begins its coordination, and a reviewer has it in hand. */
async function aCoordinationOf({ bank, county }: Setting, creditCode: string): Promise<Coordination> {
  const filing = await anIntervention({ bank, content: { firm: { creditCode, county } } });
  const about = { ...filing, creditCode };
  const coordination = { ...(await coordinationOf(creditCode)), filings: [about] };
  await coordinate(coordination, 'finance.leader', 'ASSIGN', {
    official: await personId('finance.reviewer'),
    posts: ['finance.reviewer'],
  });
  return coordination;
}

/** Under review, with this attachment, on a firm that the directory has. */
async function aReportWith(paper: Buffer, { bank, county }: Setting): Promise<Filing> {
  const filing = await aDraft({ bank, content: { firm: { creditCode: await aKnownFirm(), county } } });
  expecting(201, await upload(filing, paper));
  await act(filing, `${bank}.maker`, 'SEND_TO_CHECK');
  await act(filing, `${bank}.checker`, 'FILE');
  await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
  return filing;
}

async function aNoticedItemOf(committee: Committee, bank: string): Promise<Resolution> {
  const resolution = await aDraftedItem(committee, { by: bank });
  await actOnItem(resolution, `${bank}.delegate`, 'NOTICE');
  return resolution;
}

async function anInquiryInto(filing: Filing): Promise<string> {
  const reviewer = await person('finance.reviewer');
  const { body } = expecting(
    201,
    await reviewer.post('/inquiries', {
      kind: 'other',
      bank: await organizationId(filing.bank),
      firm: await firmOf(filing),
      filing: filing.id,
      text: '企业反映贷款被提前收回。',
    }),
  );
  await askBank(body.id, 'finance.reviewer', 'ASK', { questions: ['请说明提前收回的原因。'] });
  return body.id;
}

async function firmOf({ creditCode }: Filing): Promise<string> {
  const [firm] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
    creditCode,
  ]);
  return firm?.id ?? '';
}
