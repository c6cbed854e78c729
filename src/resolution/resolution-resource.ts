import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import {
  EVENT_LABELS,
  labelOf,
  type ResolutionState,
  STATE_LABELS,
} from '../../workflows/resolution/resolution.labels.js';
import { audienceFor } from '../access/audience.js';
import type { CaseResource } from '../cases/case-resource.js';
import { plain, yesOrNo } from '../cases/payload-fields.js';
import { ResolutionDto, ResolutionStateDto } from './resolution.dto.js';
import { RESOLUTION_BODIES } from './resolution-events.dto.js';
import { resolutionPage, resolutionState } from './resolution-view.js';

const CONSEQUENCES: Readonly<Record<string, string>> = {
  NOTICE: '成员单位收到通知；家数和债权按今日固定，通知期满后开始表决。',
  DROP: '议题撤销，不再表决。',
  DECIDE: '程序性事项即行决定，告知成员单位。',
  DECLARE_CONFLICT: '本单位不参加表决，家数和债权均不计入。',
  RECORD_CONFLICT: '该成员单位不参加表决，家数和债权均不计入，已投的票不再计。',
  NAME_PROXY: '受托单位可代本单位投票；本单位自行投票后，委托不再有效。',
  REVOKE_PROXY: '受托单位不能再代本单位投票。',
  CAST_BALLOT: '选票密封，截止前可以更改；截止后向成员单位公开。',
  ATTACH_PAPER: '盖章表决票归入本单位选票。',
  STATE_PENDING_APPROVAL: '主席单位知悉，表决期不变。',
  EXTEND_VOTE: '表决期延长一次。',
  BREACH: '登记违约事项，主席单位和监管分局收到通知；决议对其他成员单位继续有效。',
};

/** How a resolution (决议) is told to its readers, and its routes. */
export const RESOLUTION_RESOURCE: CaseResource<ResolutionContext> = {
  process: 'resolution',
  path: 'resolutions',
  bodies: RESOLUTION_BODIES,
  denials: [
    'not-presiding',
    'not-entitled',
    'recused',
    'proxy-missing',
    'member-voted-itself',
    'not-the-member',
  ],
  openedLabel: '新建议题',
  hiddenLabel: '债委会内部办理',
  stateLabel: (state, context) =>
    isResolutionState(state)
      ? context === undefined
        ? STATE_LABELS[state]
        : labelOf(state, context)
      : state,
  eventLabels: EVENT_LABELS,
  // How long each step takes is the agreement's; only the papers' time is the policy's.
  clocks: {
    draft: { label: '议题拟定', policyKey: null },
    notice: { label: '通知期', policyKey: null },
    vote: { label: '表决', policyKey: null },
    extend: { label: '延长的表决', policyKey: null },
    sealedPaper: { label: '补交盖章表决票', policyKey: 'sealedPaperWd' },
    term: { label: '决议期限', policyKey: null },
  },
  stopLabels: {},
  fields: {
    document: { label: '文件', words: plain },
    title: { label: '议题', words: plain },
    carried: { label: '是否采纳', words: yesOrNo },
    expectedOn: { label: '预计答复日期', words: plain },
    commitment: { label: '选票密封值', words: plain },
  },
  inHouse: [],
  audienceOf: (actor) => audienceFor(actor),
  seesClock: () => true,
  countyOf: () => null,
  consequenceOf: (type) => CONSEQUENCES[type] ?? '',
  state: { type: ResolutionStateDto, of: resolutionState },
  page: { type: ResolutionDto, of: resolutionPage },
};

function isResolutionState(state: string): state is ResolutionState {
  return Object.hasOwn(STATE_LABELS, state);
}
