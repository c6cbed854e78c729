/** One line of the table of logins that the demo prints: who they are, and what they sign in as. */
export interface DemoLogins {
  who: string;
  logins: readonly string[];
}

const BANKS = ['jinli', 'citong', 'haisi', 'anping', 'quanshan'];

/** The operating jurisdictions of the city: 11 counties and districts of its own, 2 development areas. */
const COUNTIES = [
  'licheng',
  'fengze',
  'luojiang',
  'quangang',
  'shishi',
  'jinjiang',
  'nanan',
  'huian',
  'anxi',
  'yongchun',
  'dehua',
  'kaifaqu',
  'taishang',
];

/** The accounts of the demo data, by part in the process. */
export const DEMO_LOGINS: readonly DemoLogins[] = [
  { who: '银行经办', logins: BANKS.map((bank) => `${bank}.maker`) },
  { who: '银行复核', logins: BANKS.map((bank) => `${bank}.checker`) },
  { who: '债委会代表', logins: BANKS.map((bank) => `${bank}.delegate`) },
  { who: '银行管理员', logins: BANKS.map((bank) => `${bank}.admin`) },
  { who: '金融工作部门', logins: ['finance.reviewer', 'finance.leader'] },
  { who: '行业主管部门', logins: ['industry.reviewer', 'industry.leader'] },
  { who: '属地联系人', logins: COUNTIES.map((county) => `${county}.coordinator`) },
  { who: '金融监管分局、人民银行', logins: ['regulator.observer', 'pboc.observer'] },
  { who: '系统、安全、审计管理员', logins: ['system.admin', 'security.admin', 'audit.admin'] },
];
