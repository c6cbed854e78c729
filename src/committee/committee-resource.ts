import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import type { CaseResource } from '../cases/case-resource.js';
import type { ProblemCode } from '../platform/problem-codes.js';
import { EVENT_BODIES } from './events/event-bodies.js';
import { CommitteeDto, CommitteeStateDto } from './view/committee.dto.js';
import { COMMITTEE_DESCRIPTION } from './view/committee-description.js';
import { committeePage, committeeState } from './view/committee-view.js';

/** Each step of founding and of work is somebody's: what anybody else is told. */
export const COMMITTEE_DENIALS = [
  'not-the-proposer',
  'not-the-drafter',
  'not-the-chair',
  'not-invited',
  'not-a-member',
  'not-a-voter',
  'not-a-signer',
  'not-your-loan',
] as const satisfies readonly ProblemCode[];

/** A committee as people meet it through HTTP. Its claims, agreement, meetings and schedule have routes of their own. */
export const COMMITTEE_RESOURCE: CaseResource<CommitteeContext> = {
  ...COMMITTEE_DESCRIPTION,
  path: 'committees',
  bodies: EVENT_BODIES,
  denials: COMMITTEE_DENIALS,
  state: { type: CommitteeStateDto, of: committeeState },
  page: { type: CommitteeDto, of: committeePage },
};
