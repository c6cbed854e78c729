/** Somebody as row-level security knows him: by the settings of his transaction, and by nothing else. */
export interface Eyes {
  scope: 'actor' | 'engine' | '';
  jurisdiction: string;
  organization: string;
  unit: string;
  office: string;
  person: string;
}

const HERE = '350500';
const ELSEWHERE = '350200';

/** Names of things, as the ids that the rows bear. */
export function idOf(name: string): string {
  const digits = [...name].map((letter) => letter.charCodeAt(0).toString(16)).join('');
  return `00000000-0000-4000-8000-${digits.slice(0, 12).padStart(12, '0')}`;
}

function eyes(of: Partial<Eyes>): Eyes {
  const nobody: Eyes = {
    scope: 'actor',
    jurisdiction: HERE,
    organization: '',
    unit: '',
    office: '',
    person: '',
  };
  return { ...nobody, ...of };
}

const office = (name: string) => eyes({ organization: idOf(name), office: name, person: idOf(`p.${name}`) });
const bank = (name: string) => eyes({ organization: idOf(name), person: idOf(`p.${name}`) });

export const JINLI = idOf('jinli');
/** A filing bank and its branches, a stranger, members of a committee as they come and go, offices, observers, those who run it. */
export const EYES: Readonly<Record<string, Eyes>> = {
  engine: eyes({ scope: 'engine' }),
  engineElsewhere: eyes({ scope: 'engine', jurisdiction: ELSEWHERE }),
  /** A connection whose transaction has not said who asks. */
  unset: eyes({ scope: '', jurisdiction: '' }),
  /** One on which somebody left a city behind. */
  leftover: eyes({ scope: '' }),
  visitor: eyes({}),
  jinli: bank('jinli'),
  jinliBranch: { ...bank('jinli'), unit: idOf('branch'), person: idOf('p.other') },
  jinliOtherBranch: { ...bank('jinli'), unit: idOf('other') },
  jinliElsewhere: { ...bank('jinli'), jurisdiction: ELSEWHERE },
  citong: bank('citong'),
  member: bank('member'),
  vice: bank('vice'),
  invited: bank('invited'),
  former: bank('former'),
  helper: bank('helper'),
  finance: office('finance'),
  financeElsewhere: { ...office('finance'), jurisdiction: ELSEWHERE },
  industry: office('industry'),
  county: office('county'),
  regulator: office('regulator'),
  pboc: office('pboc'),
  system: office('system'),
  systemElsewhere: { ...office('system'), jurisdiction: ELSEWHERE },
  audit: office('audit'),
  auditElsewhere: { ...office('audit'), jurisdiction: ELSEWHERE },
};

export const isHere = ({ jurisdiction }: Eyes): boolean => jurisdiction === HERE;
