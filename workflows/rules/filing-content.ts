import type { CivilDay } from '../calendar/civil-day.js';
import type {
  ActKind,
  ActStatus,
  ActSubtype,
  AlternativeKind,
  Currency,
  DecisionLevel,
  EmergencyReason,
  ExemptionCode,
  FiveNo,
  GroundCode,
  GuaranteeType,
  InformMethod,
  LoanProduct,
  PromiseForm,
  RenewalResult,
  RiskClass,
  TriState,
} from './filing-codes.js';

/** Money in a report: yuan as a decimal string, see `fen.ts`. */
type Yuan = string;

/** A draft saves incomplete: every answer may be absent or null, at any depth. What is required stands in `required-answers.ts`. */
type Answers<T> = T extends readonly (infer Item)[]
  ? Answers<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Answers<T[Key]> | null | undefined }
    : T;

/** 报告表: what a bank says in one report. One revision of a filing holds one of these, whole. */
export type FilingContent = Answers<CompleteContent>;

/** At most so many loans in one report; a firm with more is reported in several. */
export const MAX_LOANS = 50;
export const MAX_INSTALMENTS = 60;
export const MAX_PRIOR_ACTS = 100;

interface CompleteContent {
  firm: {
    creditCode: string;
    name: string;
    /** Key of the county that administers the place of operation; it routes the report, the credit code never does. */
    county: string;
    operatingAddress: string;
  };
  kind: ActKind;
  subtype: ActSubtype;
  /** Asked of a withdrawal: whether the credit relation goes on after it. */
  relationContinues: boolean;
  before: Position;
  after: Position;
  /** What balance or limit loses by the act. */
  amount: Yuan;
  /** Why `amount` is another figure than the cut that `before` and `after` show. */
  amountReason: string;
  plannedDate: CivilDay;
  /** 分期实施计划; its first date is the planned date. */
  schedule: { date: CivilDay; amount: Yuan }[];
  loans: Loan[];
  decidedAt: { level: DecisionLevel; documentNo: string };
  bankDocumentNo: string;
  branch: string;
  /** The bank's own reference, unique within the bank. */
  externalRef: string;
  ground: {
    code: GroundCode;
    facts: string;
    contractClause: string;
    legalBasis: string;
    /** Whether an arrear was paid meanwhile, and how many days it lasted. */
    cured: boolean;
    arrearsDays: number;
  };
  fiveNos: {
    hasMarket: TriState;
    operatesNormally: TriState;
    shortForNow: TriState;
    touches: FiveNo[];
    explanation: string;
  };
  renewal: {
    considered: boolean;
    result: RenewalResult;
    promise: { made: boolean; form: PromiseForm; date: CivilDay };
    whyNot: string;
  };
  alternatives: { kind: AlternativeKind; considered: boolean; whyNot: string }[];
  firmInformed: {
    informed: boolean;
    date: CivilDay;
    method: InformMethod;
    opinion: string;
    confirmedByFirm: boolean;
  };
  impact: { employees: number; guaranteeCircle: number; fundGap: Yuan; otherLendersKnown: number };
  emergency: { reason: EmergencyReason };
  /** The day on which the act was done already, for a report after the fact. */
  actedOn: CivilDay;
  priorActs: PriorAct[];
  /** 免报情形 that the bank claims for a voluntary report. */
  exemption: ExemptionCode;
  contact: { name: string; post: string; phone: string };
}

interface Position {
  limit: Yuan;
  balance: Yuan;
}

interface Loan {
  contractNo: string;
  noteNo: string;
  product: LoanProduct;
  currency: Currency;
  balance: Yuan;
  maturityDate: CivilDay;
  guaranteeType: GuaranteeType;
  riskClass: RiskClass;
  overdueDays: number;
  amount: Yuan;
}

/** An earlier act of the bank on the firm that was too small to be reported alone. */
interface PriorAct {
  kind: ActKind;
  relationContinues: boolean;
  amount: Yuan;
  on: CivilDay;
  branch: string;
  status: ActStatus;
}
