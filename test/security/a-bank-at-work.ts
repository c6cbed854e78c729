import { aPdf, sha256 } from '../attachment/a-file.js';
import { upload } from '../attachment/upload.js';
import {
  aCoordination,
  anIntervention,
  type Coordination,
  coordinate,
  coordinationOf,
  organizationId,
  personId,
} from '../coordination/a-coordination.js';
import { act as actInCommittee, beside, type Committee } from '../support/committees.js';
import { query } from '../support/database.js';
import { act, aDraft, expecting, type Filing, person } from '../support/filings.js';
import { aKnownFirm } from '../support/firms.js';
import { aCommittee, aNoticedItem, type Resolution } from '../support/resolutions.js';
import { aMeasureOf } from '../support-tasks/a-measure.js';

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
}

/** 晋鲤银行 with everything that it can be in; the committee is with all banks, on a firm of its own. */
export async function aBankAtWork(today: string): Promise<BankAtWork> {
  const coordination = await aCoordination(['jinli'], {});
  const [coordinated] = coordination.filings as [Filing];
  const paper = aPdf();
  const reviewed = await aReportWith(paper);
  const measure = await aMeasureOf(coordination, {
    measure: 'bridgeFund',
    owner: { organization: await organizationId('jinli'), role: 'bank.maker' },
  });
  const committee = await aCommittee(today, ['jinli', 'haisi', 'anping']);
  await actInCommittee(committee, 'jinli.delegate', 'CALL_MEETING', {
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
    resolution: await aNoticedItem(committee),
    measure: measure.id,
    inquiry: await anInquiryInto(coordinated),
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
  const begun = await anIntervention({ bank: 'citong', creditCode: reviewed.creditCode });
  const coordination = { ...(await coordinationOf(reviewed.creditCode)), filings: [begun] };
  await coordinate(coordination, 'finance.leader', 'ASSIGN', {
    official: await personId('finance.reviewer'),
    posts: ['finance.reviewer'],
  });
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
  return [joined, begun];
}

/** Under review, with this attachment. */
async function aReportWith(paper: Buffer): Promise<Filing> {
  const filing = await aDraft({ content: { firm: { creditCode: await aKnownFirm() } } });
  expecting(201, await upload(filing, paper));
  await act(filing, 'jinli.maker', 'SEND_TO_CHECK');
  await act(filing, 'jinli.checker', 'FILE');
  await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
  return filing;
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
  return body.id;
}

async function firmOf({ creditCode }: Filing): Promise<string> {
  const [firm] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
    creditCode,
  ]);
  return firm?.id ?? '';
}
