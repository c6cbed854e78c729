/**
 * The reasons why a report cannot go out as it stands, each with the clause that asks for the answer. They strike when it is
 * sent to the checker and when it is filed; a draft saves incomplete. Codes are part of the HTTP contract: never renamed.
 */
export const CONTENT_CLAUSES = {
  'answer-missing': '提前报告表填报要求（政策参数）',
  'credit-code-invalid': 'GB 32100-2015',
  'county-not-administered': '泉政办规〔2023〕1号：各县（市、区）、泉州开发区、泉州台商投资区',
  'subtype-of-other-kind': '提前报告表填报要求（政策参数）',
  'relation-unanswered': '泉政办规〔2023〕1号（十）：抽贷、压贷分列',
  'relation-contradicts-position': '泉政办规〔2023〕1号（十）：抽贷、压贷分列',
  'amount-not-positive': '泉政办规〔2023〕1号（十）',
  'amount-exceeds-balance': '泉政办规〔2023〕1号（十）：以实际减少的余额或额度计',
  'amount-differs-from-cut': '泉政办规〔2023〕1号（十）：以实际减少的余额或额度计',
  'loans-do-not-add-up': '提前报告表填报要求（政策参数）',
  'schedule-does-not-add-up': '提前报告表填报要求（政策参数）',
  'schedule-out-of-order': '提前报告表填报要求（政策参数）',
  'schedule-starts-elsewhere': '提前报告表填报要求（政策参数）',
  'date-implausible': '提前报告表填报要求（政策参数）',
  'acted-in-future': '泉政办规〔2023〕1号（十）：及时报告',
  'ground-missing': '民营经济促进法第二十四条；民法典第五百零九条',
  'five-nos-unanswered': '泉政办规〔2023〕1号（十）：五不要求',
  'five-nos-unexplained': '泉政办规〔2023〕1号（十）：五不要求',
  'renewal-not-considered': '金规〔2024〕13号',
  'exemption-not-shown': '免报情形目录（政策参数）',
} as const;
export type ContentRefusalCode = keyof typeof CONTENT_CLAUSES;

/** One reason, in the shape of a refusal that names its place in the report and its clause. */
export interface ContentRefusal {
  code: ContentRefusalCode;
  /** Chinese, one sentence that says what to do. */
  message: string;
  /** JSON pointer into the content. */
  pointer: string;
  clause: string;
}

export function refuse(code: ContentRefusalCode, pointer: string, message: string): ContentRefusal {
  return { code, pointer, message, clause: CONTENT_CLAUSES[code] };
}
