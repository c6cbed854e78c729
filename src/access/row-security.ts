import type { DataSource } from 'typeorm';
import { ConfigError } from '../platform/config.js';

/** One row: what the user is who the server reads as, and which tables would show him more than his scope. */
const LOOK = `
  select r.rolsuper or r.rolbypassrls as passes,
    (select string_agg(c.relname, ', ' order by c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owned,
    (select string_agg(c.relname, ', ' order by c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'm', 'f')
        and (has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
          or has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE'))
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid))) as open
  from pg_roles r where r.rolname = current_user`;

interface Look {
  passes: boolean;
  owned: string | null;
  open: string | null;
}

/**
 * The second wall is looked at before anybody is let in: a server whose database would not keep the banks apart does not
 * start. A table that its user cannot touch, like the one of the migrations, needs no policy.
 */
export async function refuseOpenTables(source: DataSource): Promise<void> {
  const [look] = await source.query<Look[]>(LOOK);
  if (look === undefined || look.passes) {
    throw new ConfigError(
      'The user of DATABASE_URL passes row-level security: give the server a user without SUPERUSER and BYPASSRLS.',
    );
  }
  if (look.owned !== null) {
    throw new ConfigError(
      `The user of DATABASE_URL owns ${look.owned}: give the server a user that owns no table and is no member of the owner.`,
    );
  }
  if (look.open !== null) {
    throw new ConfigError(
      `Row-level security does not hold on ${look.open}: ENABLE and FORCE it there, with a policy, before the server starts.`,
    );
  }
}
