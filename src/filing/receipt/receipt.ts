import type { SigningKey } from '../../audit/signing-key.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { FiledFacts } from '../facts/file-facts.js';
import type { SentFacts } from '../facts/revision-facts.js';
import { machineNumberOf } from '../filing-number.js';
import type { ReceiptDto } from './receipt.dto.js';

/** The log entry by which a revision was received. */
export interface SendingEntry {
  id: string;
  type: string;
  /** RFC 3339. */
  at: string;
  facts: SentFacts | FiledFacts;
  process: { name: string; version: number };
}

/** Whose report it is. */
interface Filing {
  jurisdiction: string;
  bank: string;
  number: string;
}

/**
 * The receipt of a revision, made from its log entry alone: whoever asks again, at once or in a year, gets the same bytes.
 * It says nothing that another bank's report could change.
 */
export function receiptOf(
  { id, at, facts, process }: SendingEntry,
  { jurisdiction, bank, number }: Filing,
  reference: ReferenceData,
  key: SigningKey,
): ReceiptDto {
  const policy = reference.policy(facts.policy.id);
  const receipt: Omit<ReceiptDto, 'promise'> = {
    number,
    machineNumber: machineNumberOf(number, jurisdiction, reference.organization(bank).key),
    revision: facts.revision,
    title: facts.basisInForce ? '提前报告' : '自愿报告',
    receivedAt: at,
    receivedOn: facts.receivedOn,
    bankDate: facts.bankDate,
    deadlines: [{ name: 'acknowledge', label: '签收', dueOn: facts.acknowledgeDueOn }],
    provisional: facts.provisional,
    contentHash: facts.contentHash,
    policy: { id: policy.id, number: policy.number, validFrom: policy.validFrom },
    process,
    entry: id,
  };
  const text = promiseText(receipt);
  return { ...receipt, promise: { text, signature: key.sign(text), keyId: key.keyId } };
}

/** Each line stands for itself, so that a person can read what a program verifies. */
function promiseText(receipt: Omit<ReceiptDto, 'promise'>): string {
  const { number, machineNumber, revision, title, receivedAt, receivedOn, bankDate } = receipt;
  const lines = [
    'wendai receipt v1',
    `${title} ${number} (${machineNumber}) 第${String(revision)}版`,
    `收到时刻 ${receivedAt}`,
    `收到日 ${receivedOn}`,
    bankDate === null ? '所报事项已经实施' : `银行日期 ${bankDate}${receipt.provisional ? ' 暂算' : ''}`,
    ...receipt.deadlines.map(({ label, dueOn }) => `${label}时限 ${dueOn}`),
    `内容 sha256:${receipt.contentHash}`,
    `政策参数 ${String(receipt.policy.number)}`,
    `流程 ${receipt.process.name}@${String(receipt.process.version)}`,
    `日志 ${receipt.entry}`,
    '本回执证明报告已经收到；是否及何时实施，由银行依法依约自主决定。',
  ];
  return `${lines.join('\n')}\n`;
}
