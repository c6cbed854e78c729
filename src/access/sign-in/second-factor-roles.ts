import type { Role } from '../../../workflows/process.js';

/** 双因子: bureaus decide, delegates vote, administrators hold the keys (GB/T 22239-2019 8.1.4.1 d). */
const NEED: readonly Role[] = [
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'bank.delegate',
  'bank.admin',
  'system.admin',
  'security.admin',
  'audit.admin',
];

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => NEED.includes(role));
}
