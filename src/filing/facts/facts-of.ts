import type { FactQuestion } from '../../process/process-shell.js';
import { dateFacts, executionFacts, scopeFacts } from './act-facts.js';
import { amendFacts } from './amend-facts.js';
import { baseFacts } from './base-facts.js';
import { concludedFacts } from './concluded-facts.js';
import { contentFacts } from './content-facts.js';
import { fileFacts } from './file-facts.js';
import { committeeFacts, opinionFacts } from './office-facts.js';

/** What each event of `filing@1` needs to know, looked up now and logged with it (workflows/filing/filing.facts.ts). */
export async function factsOf(question: FactQuestion): Promise<object> {
  switch (question.type) {
    case 'SEND_TO_CHECK':
    case 'SIGN_FILING':
      return contentFacts(question);
    case 'FILE':
      return fileFacts(question);
    case 'AMEND':
    case 'RESUBMIT':
      return amendFacts(question);
    case 'OPINE':
      return opinionFacts(question);
    case 'SIGN_OPINION':
    case 'COMMENT':
    case 'REFER_TO_COMMITTEE':
    case 'DEADLINE.review.finance':
    case 'DEADLINE.review.industry':
    case 'DEADLINE.conclude':
      return committeeFacts(question);
    case 'UNDERTAKE':
    case 'POSTPONE':
      return dateFacts(question);
    case 'RULE_OUT_OF_SCOPE':
      return scopeFacts(question);
    case 'REPORT_EXECUTION':
      return executionFacts(question);
    case 'COORDINATION.CONCLUDED':
      return concludedFacts(question);
    default:
      return baseFacts(question);
  }
}
