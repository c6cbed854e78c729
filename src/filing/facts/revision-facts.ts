import { v7 as uuid } from 'uuid';
import type { FilingFigures, RevisionFacts } from '../../../workflows/filing/filing.facts.js';
import type { CivilDay } from '../../../workflows/process.js';
import { type Assessment, actIn, assess, declaredPieces } from '../../../workflows/rules/assessment.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import { laneOf } from '../../../workflows/rules/lane.js';
import { bankDate } from '../../../workflows/rules/lead-time.js';
import { bankMarks, type Mark, officeMarks } from '../../../workflows/rules/marks.js';
import { contentHash } from '../../audit/log-entry.js';
import { activeCommittee, type MembersCommittee } from '../../directory/active-committee.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { actsOfBank } from './acts-of-bank.js';
import { baseFacts, contextOf, policyFact, policyFor } from './base-facts.js';
import { type FilingOnFirm, type FirmCondition, filingsNear, firmCondition, holdFirm } from './firm-facts.js';

/** A content that passed its checks and becomes a revision. */
export interface SentContent {
  content: FilingContent;
  figures: FilingFigures;
  revision: number;
  preparedBy: string;
  preparedFor: string | null;
  /** The day on which the notice given by this revision counts. */
  receivedOn: CivilDay;
}

/** What the machine needs, and what list, receipt and explanation say beside it. */
export interface SentFacts extends RevisionFacts {
  firm: { id: string; creditCode: string; name: string };
  relationContinues: boolean | null;
  assessment: Assessment;
  acknowledgeDueOn: CivilDay;
  /** A day above rests on a year without a published calendar. */
  provisional: boolean;
}

/** How the firm stands, beside the facts: only `FILE` asks. */
export interface Sent {
  facts: SentFacts;
  condition: FirmCondition;
  committee: MembersCommittee | null;
}

/**
 * Judges a revision by everything that is known at this moment. From here to COMMIT the firm is held, so that of two acts
 * that together reach the threshold the later one sees the earlier.
 */
export async function revisionFacts(question: FactQuestion, sent: SentContent): Promise<Sent> {
  const { tx, stored, reference, today } = question;
  const { content, figures, receivedOn } = sent;
  const { jurisdiction, ownerOrg: bank } = stored;
  const creditCode = content.firm?.creditCode ?? '';
  const county = content.firm?.county ?? '';
  const name = content.firm?.name ?? '';
  const firm = await holdFirm(tx, jurisdiction, { id: uuid(), creditCode, name, county, bank });
  const standstillOn = figures.actedOn ?? receivedOn;
  const [pieces, condition, near, committee] = await Promise.all([
    actsOfBank(tx, reference, { jurisdiction, bank, creditCode, except: stored.id }),
    firmCondition(tx, { jurisdiction, id: firm.id, bank }, { receivedOn, today, standstillOn }),
    filingsNear(tx, stored, creditCode, receivedOn),
    activeCommittee(tx, { jurisdiction, firm: firm.id, bank }),
  ]);
  const policy = policyFor(question);
  const act = actIn(content, today);
  if (act === undefined) throw new Error('A content without an act passed its checks.');
  const assessment = assess({
    act: { ...act, filing: contextOf(question).number },
    pieces: [...pieces, ...declaredPieces(content)],
    policy: policy.values,
  });
  const date = bankDate(reference.calendar, { ...figures, receivedOn }, policy.values);
  const acknowledgeDue = reference.calendar.add(receivedOn, policy.values.acknowledgeWd);
  const facts: SentFacts = {
    ...baseFacts(question),
    contentRefusals: [],
    policy: policyFact(policy),
    revision: sent.revision,
    contentHash: contentHash(content),
    figures,
    county,
    preparedBy: sent.preparedBy,
    ...(sent.preparedFor === null ? {} : { preparedFor: sent.preparedFor }),
    receivedOn,
    bankDate: date?.day ?? null,
    acknowledgeDueOn: acknowledgeDue.day,
    provisional: acknowledgeDue.provisional || (date?.provisional ?? false),
    assessment,
    basisInForce: reference.basisOn(receivedOn) !== undefined,
    ...marksAndLane(question, sent, assessment, { condition, near }),
    committee: committee === null ? null : { id: committee.id, workingDays: committee.workingDays },
    standstill: condition.standstill,
    // A bank that left the name open knows the firm; what another bank calls it stays with that bank.
    firm: { id: firm.id, creditCode, name: name === '' ? firm.name : name },
    relationContinues: content.relationContinues ?? null,
  };
  return { facts, condition, committee };
}

function marksAndLane(
  question: FactQuestion,
  { content, figures, receivedOn }: SentContent,
  assessment: Assessment,
  { condition, near }: { condition: FirmCondition; near: readonly FilingOnFirm[] },
): Pick<RevisionFacts, 'bankMarks' | 'officeMarks' | 'lane'> {
  const { reference, stored } = question;
  const policy = policyFor(question).values;
  const { calendar } = reference;
  const voluntary = reference.basisOn(receivedOn) === undefined;
  const bank = bankMarks({ content, assessment, receivedOn, calendar, policy, voluntary });
  const office = officeMarks({
    bank: stored.ownerOrg,
    receivedOn,
    whitelisted: condition.lists.includes('whiteList'),
    filings: near,
    // It has a fact of its own, since it comes and goes while the filing runs.
    standstill: null,
    calendar,
    policy,
  });
  const conflict: Mark[] = condition.standstill === null ? [] : ['standstillConflict'];
  const { lane } = laneOf({
    amount: figures.amount,
    marks: [...bank, ...office, ...conflict],
    firmListed: condition.lists.length > 0,
    openCoordination: near.some(({ state }) => state === 'coordinating'),
    policy,
  });
  return { bankMarks: bank, officeMarks: office, lane };
}

/** What the machine remembers of a content; undefined while it does not say enough. */
export function figuresIn(content: FilingContent): FilingFigures | undefined {
  const { kind, amount, actedOn, emergency } = content;
  const plannedDate = content.plannedDate ?? actedOn;
  if (!kind || !amount || !plannedDate) return undefined;
  return { kind, amount, plannedDate, actedOn: actedOn ?? null, emergency: Boolean(emergency?.reason) };
}
