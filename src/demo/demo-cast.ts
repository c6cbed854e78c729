import type { Role } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import type { SignIn } from '../access/sign-in/sign-in.js';
import type { Statement } from '../platform/transaction.js';
import type { ScopedDatabase } from '../process/scoped-database.js';
import type { Player, Story } from './demo-stories.js';

/** One bank that has lent one firm something. */
export interface Lending {
  firm: { id: string; creditCode: string; name: string; county: string };
  bank: string;
  limit: number;
  balance: number;
}

const LENDINGS: Statement = {
  name: 'demo-lendings',
  text: `select json_build_object('id', f.id, 'creditCode', f.credit_code, 'name', f.name, 'county', f.county) as firm,
      o.key as bank, (e.limit_fen / 1000000)::int as "limit", (e.balance_fen / 1000000)::int as balance
    from exposure e join firm f on f.jurisdiction = e.jurisdiction and f.id = e.firm
    join organization o on o.jurisdiction = e.jurisdiction and o.id = e.bank
    order by md5(f.name || o.key)`,
};

/** The one firm of the demo whose insolvency a court has accepted; the other stories leave it alone. */
const FIRM_IN_COURT = '惠安崇石雕艺有限公司';
/** Squeezes of the demo are small beside the limit they cut; 万元. */
const MOST_SQUEEZE = 160;
const LEAST_RECALL = 520;

/** The past is played on this machine, without a browser. */
const SEEDING = { address: '127.0.0.1', browser: '' };

/** Who plays in the stories, and about whom. The same order in every demo, so that two of them can be compared. */
export class DemoCast {
  private readonly signedIn = new Map<string, Promise<Actor>>();
  private readonly agreed = new Map<string, Lending>();
  private next = 0;

  private constructor(
    private readonly signIn: SignIn,
    private readonly password: string,
    private readonly lendings: readonly Lending[],
  ) {}

  static async gather(database: ScopedDatabase, signIn: SignIn, password: string): Promise<DemoCast> {
    const lendings = await database.asSystem((tx) => tx.query<Lending & Record<string, unknown>>(LENDINGS));
    return new DemoCast(signIn, password, lendings);
  }

  /** The person at a post, with the rights that a session of theirs has. */
  actor(player: Player, { bank, firm }: Lending): Promise<Actor> {
    return this.person(loginOf(player, bank, firm.county));
  }

  person(login: string): Promise<Actor> {
    let known = this.signedIn.get(login);
    if (known === undefined) {
      known = this.signIn.begin({ login, password: this.password }, SEEDING).then(({ actor }) => actor);
      this.signedIn.set(login, known);
    }
    return known;
  }

  firmNamed(name: string): string {
    const found = this.lendings.find(({ firm }) => firm.name === name);
    if (found === undefined) throw new Error(`Nobody in the demo has lent anything to ${name}.`);
    return found.firm.id;
  }

  lendingOf(firm: string, bank: string): Lending | undefined {
    return this.lendings.find((lending) => lending.firm.name === firm && lending.bank === bank);
  }

  /** A bank and a firm that the story can be about. */
  lendingFor(story: Story): Lending {
    const agreed = story.about === undefined ? undefined : this.agreed.get(story.about);
    if (agreed !== undefined) return agreed;
    const inCourt = this.lendings.find(({ firm }) => firm.name === FIRM_IN_COURT);
    if (story.inCourt === true && inCourt !== undefined) return inCourt;
    const enough = story.kind === undefined || story.kind === 'squeeze' ? MOST_SQUEEZE * 2 : LEAST_RECALL;
    const fitting = this.lendings.filter(
      ({ balance, firm }) => balance >= enough && firm.name !== FIRM_IN_COURT,
    );
    const lending = fitting[this.next++ % fitting.length];
    if (lending === undefined) throw new Error('No lending of the demo is large enough for its stories.');
    if (story.about !== undefined) this.agreed.set(story.about, lending);
    return lending;
  }
}

/** 万元. */
export function amountFor({ kind = 'squeeze', amount }: Story, { balance }: Lending, turn: number): number {
  if (amount !== undefined) return amount;
  return kind === 'squeeze'
    ? 55 + ((turn * 17) % (MOST_SQUEEZE - 55))
    : Math.min(balance, LEAST_RECALL + (turn % 5) * 40);
}

/** Which post signs for an office after its reviewer, in the focus lane. */
export const LEADER_OF: Readonly<Partial<Record<Player, Player>>> = {
  'finance.reviewer': 'finance.leader',
  'industry.reviewer': 'industry.leader',
};

function loginOf(player: Player, bank: string, county: string): string {
  if (player === 'county') return `${county}.coordinator`;
  return player === 'maker' || player === 'checker' ? `${bank}.${player}` : (player satisfies Role);
}
