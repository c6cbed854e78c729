import type { Role } from '../../workflows/process.js';

/** What a post is called beside the name of its organization. */
export const POST_LABELS: Readonly<Record<Role, string>> = {
  'bank.maker': '经办岗',
  'bank.checker': '复核岗',
  'bank.delegate': '债委会代表',
  'bank.admin': '银行管理员',
  'bank.client': '银行系统',
  'finance.reviewer': '经办岗',
  'finance.leader': '负责人',
  'industry.reviewer': '经办岗',
  'industry.leader': '负责人',
  'county.coordinator': '属地联系人',
  'helper.officer': '帮扶单位经办人',
  'regulator.observer': '监管联系人',
  'pboc.observer': '人民银行联系人',
  'system.admin': '系统管理员',
  'security.admin': '安全管理员',
  'audit.admin': '审计管理员',
};
