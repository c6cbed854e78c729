import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import type { CaseResource } from '../cases/case-resource.js';
import { EVENT_BODIES } from './events/event-bodies.js';
import { CommitteeDto, CommitteeStateDto } from './view/committee.dto.js';
import { COMMITTEE_DESCRIPTION } from './view/committee-description.js';
import { committeePage, committeeState } from './view/committee-view.js';

/** A committee as people meet it through HTTP. Its claims, agreement, meetings and schedule have routes of their own. */
export const COMMITTEE_RESOURCE: CaseResource<CommitteeContext> = {
  ...COMMITTEE_DESCRIPTION,
  path: 'committees',
  bodies: EVENT_BODIES,
  state: { type: CommitteeStateDto, of: committeeState },
  page: { type: CommitteeDto, of: committeePage },
};
