import { ROLES, type Role } from '../../workflows/process.js';
import { DEMO_ORGANIZATIONS } from './demo-organizations.js';

/** One account of the demo, with one post. */
export interface DemoPerson {
  login: string;
  name: string;
  email: string;
  organization: string;
  /** Of the branch at which the post is; without one it is at the organization itself. */
  unit?: string;
  role: Role;
}

/** Logins are `<organization>.<duty>`; people of a branch have its key in between: `haisi.jinjiang.maker`. */
const LOGINS: readonly string[] = [
  ...loginsOf('bank', ['maker', 'checker', 'delegate', 'admin']),
  ...loginsOf('finance', ['reviewer', 'leader']),
  ...loginsOf('industry', ['reviewer', 'leader']),
  ...loginsOf('county', ['coordinator']),
  ...loginsOf('regulator', ['observer']),
  ...loginsOf('pboc', ['observer']),
  'system.admin',
  'security.admin',
  'audit.admin',
  'haisi.jinjiang.maker',
  'haisi.jinjiang.checker',
  'haisi.shishi.maker',
  'haisi.shishi.checker',
  // A second person of the same post: two who decide at once, a checker who stands in for another.
  'jinli.maker2',
  'jinli.checker2',
  'finance.reviewer2',
  'industry.reviewer2',
  ...loginsOf('helper', ['officer']),
];

/** Surnames and given names of nobody in particular. */
const SURNAMES = '林陈黄吴王蔡张李郑许苏庄洪曾谢刘';
const GIVEN_NAMES = ['晓晴', '志远', '雅婷', '建明', '思源', '丽华', '文博', '嘉宁', '海峰', '静怡', '子谦'];

export const DEMO_PEOPLE: readonly DemoPerson[] = LOGINS.map((login, index) => {
  const [first = '', ...rest] = login.split('.');
  const duty = (rest.at(-1) ?? '').replace(/\d$/, '');
  const organization = DEMO_ORGANIZATIONS.find(({ key }) => key === first);
  const prefix = organization === undefined || organization.kind === 'operator' ? first : organization.kind;
  const unit = rest.length === 2 ? rest[0] : undefined;
  return {
    login,
    name: `${SURNAMES.charAt(index % SURNAMES.length)}${GIVEN_NAMES[index % GIVEN_NAMES.length] ?? ''}`,
    email: `${login}@wendai.example`,
    // The three administrators are named for their duty and belong to the operator.
    organization: organization?.key ?? 'system',
    role: roleNamed(`${prefix}.${duty}`),
    ...(unit === undefined ? {} : { unit }),
  };
});

function loginsOf(kind: string, duties: readonly string[]): string[] {
  return DEMO_ORGANIZATIONS.filter((organization) => organization.kind === kind).flatMap(({ key }) =>
    duties.map((duty) => `${key}.${duty}`),
  );
}

function roleNamed(name: string): Role {
  const role = ROLES.find((each) => each === name);
  if (role === undefined) throw new Error(`There is no role ${name}.`);
  return role;
}
