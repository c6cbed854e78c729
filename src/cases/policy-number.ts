import { POLICY_GROUNDS, type PolicyKey } from '../../workflows/rules/policy.js';
import type { PolicyVersion } from '../directory/reference-data.js';
import type { PolicyNumberDto } from './explanation.dto.js';

/** One number of the policy with its ground. Undefined for what is no number of days. */
export function policyNumber(policy: PolicyVersion, key: PolicyKey): PolicyNumberDto | undefined {
  const value = policy.values[key];
  const { label, unit, clause, status } = POLICY_GROUNDS[key];
  if (typeof value !== 'number') return undefined;
  return { key, label, value, unit, version: policy.number, clause, status };
}

/** 同步研判时限，政策第1版：本系统默认值… */
export function policyInWords({ label, version, clause }: PolicyNumberDto): string {
  return `${label}，政策第${String(version)}版，${clause}`;
}
