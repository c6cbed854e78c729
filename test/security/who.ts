/** One account of each of the fifteen roles of a person, and whoever has not signed in. */
export const LOGIN_OF: Readonly<Record<string, string>> = {
  maker: 'jinli.maker',
  checker: 'jinli.checker',
  delegate: 'jinli.delegate',
  bankAdmin: 'jinli.admin',
  financeReviewer: 'finance.reviewer',
  financeLeader: 'finance.leader',
  industryReviewer: 'industry.reviewer',
  industryLeader: 'industry.leader',
  county: 'jinjiang.coordinator',
  helper: 'zhouzhuan.officer',
  regulator: 'regulator.observer',
  pboc: 'pboc.observer',
  systemAdmin: 'system.admin',
  securityAdmin: 'security.admin',
  auditAdmin: 'audit.admin',
  anonymous: 'anonymous',
};

/** Systems of the same bank, each by its key. */
export const DUTY_OF: Readonly<Record<string, 'prepare' | 'send'>> = {
  preparing: 'prepare',
  sending: 'send',
};

export const WHO = [...Object.keys(LOGIN_OF), ...Object.keys(DUTY_OF)];

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  keys: ['preparing', 'sending'],
  bank: ['maker', 'checker', 'bankAdmin', 'preparing', 'sending'],
  writers: ['maker', 'preparing'],
  officers: ['maker', 'checker'],
  finance: ['financeReviewer', 'financeLeader'],
  industry: ['industryReviewer', 'industryLeader'],
  bureaus: ['financeReviewer', 'financeLeader', 'industryReviewer', 'industryLeader'],
  observers: ['regulator', 'pboc'],
  operators: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
  signedIn: Object.keys(LOGIN_OF).filter((who) => who !== 'anonymous'),
  known: WHO.filter((who) => who !== 'anonymous'),
  everybody: WHO,
};

/** What is asked for: the bank's own thing, another of its own (a report under review), its draft, another's, one that was discarded, one that never was; or nothing. */
export type Holding = 'own' | 'reviewed' | 'draft' | 'foreign' | 'discarded' | 'missing' | 'none';

/** By holding: `200 bank bureaus; 404 county`. Whoever is not named is refused: 401 when it has not signed in, else 403. */
export type Row = Readonly<Partial<Record<Holding, string>>>;

/** By the name of the operation in the OpenAPI document. */
export type Rights = Readonly<Record<string, Row>>;

export const REFUSED: Readonly<Record<string, number>> = Object.fromEntries(
  WHO.map((who) => [who, who === 'anonymous' ? 401 : 403]),
);

/** The status that each is to get. */
export function expectedOf(cell: string): Record<string, number> {
  const said = cell.split(';').flatMap((part) => {
    const [status, ...names] = part.trim().split(' ');
    return everyoneIn(names.join(' ')).map((who) => [who, Number(status)] as const);
  });
  if (new Set(said.map(([who]) => who)).size < said.length)
    throw new Error(`Somebody is named twice: ${cell}`);
  return { ...REFUSED, ...Object.fromEntries(said) };
}

/** Who they are that a line names, by themselves or by their group. */
export function everyoneIn(names: string): string[] {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .flatMap((name) => [...membersOf(name)]);
}

function membersOf(name: string): readonly string[] {
  const members = GROUPS[name] ?? (WHO.includes(name) ? [name] : undefined);
  if (members === undefined) throw new Error(`Nobody is called ${name}.`);
  return members;
}

/** The same row for an address and for what lies below it. */
export function below(operation: string, parts: readonly string[], row: Row): Rights {
  return Object.fromEntries(parts.map((part) => [`${operation}${part}`, row]));
}

/** An id that nothing has. */
export const MISSING = '01890000-0000-7000-8000-000000000000';

/** By the first step of the address and the parameter: what stands there for whom. */
export type Things = Readonly<Record<string, (holding: Holding, login: string) => string | undefined>>;
