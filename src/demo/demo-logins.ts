import type { Role } from '../../workflows/process.js';
import { DEMO_PEOPLE } from './demo-people.js';

/** The parts in the process, in the order of a report's way, and the roles that play them. */
const PARTS: readonly { who: string; roles: readonly Role[] }[] = [
  { who: '银行经办', roles: ['bank.maker'] },
  { who: '银行复核', roles: ['bank.checker'] },
  { who: '债委会代表', roles: ['bank.delegate'] },
  { who: '银行管理员', roles: ['bank.admin'] },
  { who: '金融工作部门', roles: ['finance.reviewer', 'finance.leader'] },
  { who: '行业主管部门', roles: ['industry.reviewer', 'industry.leader'] },
  { who: '属地联系人', roles: ['county.coordinator'] },
  { who: '帮扶单位', roles: ['helper.officer'] },
  { who: '金融监管分局、人民银行', roles: ['regulator.observer', 'pboc.observer'] },
  { who: '系统、安全、审计管理员', roles: ['system.admin', 'security.admin', 'audit.admin'] },
];

/** The accounts of the demo as its launcher prints them, by part. */
export function loginsByPart(): { who: string; logins: string[] }[] {
  return PARTS.map(({ who, roles }) => ({
    who,
    logins: DEMO_PEOPLE.filter(({ role }) => roles.includes(role)).map(({ login }) => login),
  }));
}
