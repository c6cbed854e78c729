import type { OrganizationKind } from '../access/actor.js';
import { QUANZHOU_COUNTIES } from '../directory/quanzhou-counties.js';

export interface DemoName {
  name: string;
  englishName: string;
  validFrom: string;
  validUntil?: string;
  remark?: string;
}

export interface DemoOrganization {
  key: string;
  kind: OrganizationKind;
  county?: string;
  series?: string;
  names: readonly DemoName[];
  units?: readonly { key: string; name: string }[];
}

/** Before anything that the demo tells about. */
export const DEMO_BEGINS = '2023-01-01';

/** The organizations of the demo. The banks are invented; the bureaus bear the names of their time. */
export const DEMO_ORGANIZATIONS: readonly DemoOrganization[] = [
  bank('jinli', '泉州晋鲤银行', 'Jinli Bank of Quanzhou', '晋鲤'),
  bank('citong', '刺桐商业银行', 'Citong Commercial Bank', '刺桐'),
  bank('haisi', '海丝银行泉州分行', 'Haisi Bank Quanzhou Branch', '海丝', [
    { key: 'jinjiang', name: '晋江支行' },
    { key: 'shishi', name: '石狮支行' },
  ]),
  bank('anping', '安平农村信用社', 'Anping Rural Credit Cooperative', '安平'),
  bank('quanshan', '泉山村镇银行', 'Quanshan Village Bank', '泉山'),
  {
    key: 'finance',
    kind: 'finance',
    names: [
      {
        name: '市金融监管局',
        englishName: 'Municipal Financial Supervision Bureau',
        validFrom: DEMO_BEGINS,
        validUntil: '2024-06-30',
      },
      {
        name: '市委金融办',
        englishName: 'Finance Office of the Municipal Party Committee',
        validFrom: '2024-07-01',
        remark: '名称及启用日期待本市确认',
      },
    ],
  },
  office('industry', '市工信局', 'Municipal Bureau of Industry and Information Technology'),
  ...QUANZHOU_COUNTIES.filter(({ administered }) => administered).map(
    ({ key, name, englishName }): DemoOrganization => ({
      key,
      kind: 'county',
      county: key,
      names: [
        {
          name: `${name}属地联系单位`,
          englishName: `${englishName} Contact Office`,
          validFrom: DEMO_BEGINS,
        },
      ],
    }),
  ),
  office(
    'regulator',
    '国家金融监督管理总局泉州监管分局',
    'Quanzhou Branch of the National Financial Regulatory Administration',
  ),
  office('pboc', '中国人民银行泉州市分行', 'Quanzhou Branch of the People’s Bank of China'),
  helper('danbao', '泉信融资担保公司', 'Quanxin Financing Guarantee Company'),
  helper('zhouzhuan', '泉州应急周转资金', 'Quanzhou Emergency Bridge Fund'),
  office('operator', '系统运行管理单位', 'System Operator', 'system'),
];

function bank(
  key: string,
  name: string,
  englishName: string,
  series: string,
  units: DemoOrganization['units'] = [],
): DemoOrganization {
  return { key, kind: 'bank', series, names: [{ name, englishName, validFrom: DEMO_BEGINS }], units };
}

/** Whoever carries out measures of support. Invented, like the banks. */
function helper(key: string, name: string, englishName: string): DemoOrganization {
  return { key, kind: 'helper', names: [{ name, englishName, validFrom: DEMO_BEGINS }] };
}

function office(
  kind: 'industry' | 'regulator' | 'pboc' | 'operator',
  name: string,
  englishName: string,
  key: string = kind,
): DemoOrganization {
  return { key, kind, names: [{ name, englishName, validFrom: DEMO_BEGINS }] };
}
