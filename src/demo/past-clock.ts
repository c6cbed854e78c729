import pg from 'pg';

/**
 * Lets the database of a demo live through the weeks before today, so that its filings come about as all filings do and
 * replay. Only the owner of the database can, while nobody else is connected; afterwards the clock is the real one again.
 */
export class PastClock {
  private constructor(private readonly owner: pg.Client) {}

  static async take(ownerUrl: string): Promise<PastClock> {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(`
      create table past_clock (at timestamptz not null);
      grant select on past_clock to wendai_app;
      -- No server starts on a table without these (src/access/row-security.ts); what time it is may be known to all.
      alter table past_clock enable row level security;
      alter table past_clock force row level security;
      create policy everybody on past_clock using (true);
      create or replace function wendai_now() returns timestamptz language sql stable
        as 'select coalesce((select at from public.past_clock), transaction_timestamp())';
    `);
    return new PastClock(owner);
  }

  /** RFC 3339. */
  async set(instant: string): Promise<void> {
    await this.owner.query('begin');
    await this.owner.query('delete from past_clock');
    await this.owner.query('insert into past_clock (at) values ($1)', [instant]);
    await this.owner.query('commit');
  }

  /** The real time, for good. */
  async giveBack(): Promise<void> {
    await this.owner.query(`
      create or replace function wendai_now() returns timestamptz language sql stable
        as 'select transaction_timestamp()';
      drop table past_clock;
    `);
    await this.owner.end();
  }
}
