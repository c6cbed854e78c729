import type { CivilDay } from '../../../workflows/process.js';
import { POLICY_GROUNDS, type PolicyKey } from '../../../workflows/rules/policy.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { PolicySinceDto } from './filing.dto.js';

/** A draft is judged by the policy of the day it is filed. When that is another than when it was begun, the bank sees what differs. */
export function policySince(
  reference: ReferenceData,
  begunOn: CivilDay,
  today: CivilDay,
): PolicySinceDto | null {
  const [begun, present] = [reference.policyOn(begunOn), reference.policyOn(today)];
  if (begun.id === present.id) return null;
  const keys = Object.keys(POLICY_GROUNDS) as PolicyKey[];
  return {
    begun: { id: begun.id, number: begun.number, validFrom: begun.validFrom },
    present: { id: present.id, number: present.number, validFrom: present.validFrom },
    differences: keys
      .filter((key) => begun.values[key] !== present.values[key])
      .map((key) => ({
        key,
        label: POLICY_GROUNDS[key].label,
        before: String(begun.values[key]),
        after: String(present.values[key]),
      })),
  };
}
