import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part, and what is known of firms: organizations, units, people, posts, firms, exposures, acts. */
export class Directory1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table county (
        jurisdiction text not null,
        key text not null check (key ~ '^[a-z]+$'),
        name text not null,
        english_name text not null,
        region_code text check (region_code ~ '^[0-9]{6}$'),
        administered boolean not null,
        primary key (jurisdiction, key)
      );

      create table organization (
        jurisdiction text not null,
        id uuid not null,
        key text not null check (key ~ '^[a-z][a-z0-9-]*$'),
        kind text not null check (kind in ('bank', 'finance', 'industry', 'county', 'regulator', 'pboc', 'helper', 'operator')),
        county text,
        -- The bank's own series in a filing's number, e.g. 晋鲤 and JINLI.
        series text,
        created_at timestamptz not null default wendai_now(),
        -- Its last day: it takes no part from then on, and its cases keep it.
        ended_on date,
        primary key (jurisdiction, id),
        unique (jurisdiction, key),
        unique (jurisdiction, series),
        foreign key (jurisdiction, county) references county,
        check ((kind = 'county') = (county is not null)),
        check ((kind = 'bank') = (series is not null))
      );

      -- Names have dates: a document bears the name in force on its date.
      create table organization_name (
        jurisdiction text not null,
        organization uuid not null,
        name text not null,
        english_name text not null,
        valid_from date not null,
        valid_until date,
        -- What is still to be confirmed about this name, for those who keep the directory.
        remark text,
        primary key (jurisdiction, organization, valid_from),
        foreign key (jurisdiction, organization) references organization,
        check (valid_until is null or valid_until >= valid_from)
      );

      create table unit (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        key text not null,
        name text not null,
        ended_on date,
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, id),
        unique (jurisdiction, organization, key),
        foreign key (jurisdiction, organization) references organization
      );

      create table person (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        login text not null check (login = lower(login)),
        name text not null,
        -- The organization's own number of the person, by which its systems name who is behind what they send.
        staff_no text check (staff_no ~ '^[0-9A-Z-]{1,32}$'),
        email text,
        password_hash text,
        password_set_at timestamptz not null default wendai_now(),
        -- The password is an initial one: good for one sign-in until then, which must choose another.
        initial_until timestamptz,
        -- Sealed by the field key. Confirmed once a code of it was shown; a code is good once.
        totp_secret text,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        -- Under which a provider of identities knows this person, since the first time that it vouched for the login.
        oidc_subject text,
        signed_in_at timestamptz,
        disabled_at timestamptz,
        disabled_for text check (disabled_for in ('left', 'unused')),
        created_at timestamptz not null default wendai_now(),
        -- 个人信息保护法 46: what this person last asked to have put right, and what came of it.
        correction_text text,
        correction_asked_at timestamptz,
        correction_answer text,
        correction_answered_at timestamptz,
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, id),
        unique (jurisdiction, organization, staff_no),
        unique (login),
        unique (jurisdiction, oidc_subject),
        foreign key (jurisdiction, organization) references organization,
        check ((disabled_at is null) = (disabled_for is null)),
        check ((correction_text is null) = (correction_asked_at is null)),
        check ((correction_answer is null) = (correction_answered_at is null))
      );

      -- Whom a bank's system has named behind what it sent, and who has no account of that number: one person, one id.
      create table staff (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        staff_no text not null check (staff_no ~ '^[0-9A-Z-]{1,32}$'),
        name text not null,
        created_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, staff_no),
        foreign key (jurisdiction, organization) references organization
      );

      create table post (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        unit uuid,
        -- A bank's system is no post: it is known by its key.
        role text not null check (role in ('bank.maker', 'bank.checker', 'bank.delegate', 'bank.admin', 'finance.reviewer',
          'finance.leader', 'industry.reviewer', 'industry.leader', 'county.coordinator', 'helper.officer', 'regulator.observer',
          'pboc.observer', 'system.admin', 'security.admin', 'audit.admin')),
        person uuid not null,
        valid_from date not null,
        -- The day before it began, when it was taken back on its first day or sooner.
        valid_until date,
        -- 权限复核: by whom and when it was last found to be needed.
        reviewed_at timestamptz not null default wendai_now(),
        reviewed_by uuid,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, organization, unit) references unit (jurisdiction, organization, id),
        foreign key (jurisdiction, organization, person) references person (jurisdiction, organization, id),
        foreign key (jurisdiction, reviewed_by) references person,
        check (valid_until is null or valid_until >= valid_from - 1)
      );
      create index post_of_person on post (jurisdiction, person);
      create index post_of_organization on post (jurisdiction, organization, role);

      -- 三员分立 (GB/T 22239-2019 8.1.4.2 d): a post fits its organization, and an administrator of the system holds no other
      -- on any day. What the program checks before is held here against everybody, whatever he writes by.
      create function post_fits() returns trigger language plpgsql as $$
      declare
        administrators constant text[] := array['system.admin', 'security.admin', 'audit.admin'];
        needed constant text := case when new.role = any (administrators) then 'operator' else split_part(new.role, '.', 1) end;
      begin
        -- Two posts given to one person at once wait for each other, so that neither is overlooked.
        perform from person where jurisdiction = new.jurisdiction and id = new.person for no key update;
        if not exists (select from organization where jurisdiction = new.jurisdiction and id = new.organization and kind = needed) then
          raise exception 'A post of % is not for this organization.', new.role
            using errcode = 'check_violation', constraint = 'post_fits_organization';
        end if;
        if exists (select from post p where p.jurisdiction = new.jurisdiction and p.person = new.person and p.id <> new.id
            and p.role <> new.role and (p.role = any (administrators) or new.role = any (administrators))
            and coalesce(p.valid_until >= p.valid_from, true) and coalesce(new.valid_until >= new.valid_from, true)
            and coalesce(p.valid_until >= new.valid_from, true) and coalesce(new.valid_until >= p.valid_from, true)) then
          raise exception 'An administrator of the system holds no other post.'
            using errcode = 'check_violation', constraint = 'post_excludes_others';
        end if;
        return new;
      end $$;
      create trigger post_fits before insert or update on post for each row execute function post_fits();

      -- A post to come or to go, proposed by one person and executed by another. A newcomer's account is made with it.
      create table post_grant (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        role text not null,
        unit uuid,
        person uuid,
        new_login text,
        new_name text,
        new_email text,
        new_staff_no text,
        valid_from date,
        valid_until date,
        -- The post that ends by this, or the one that has begun by it.
        post uuid,
        ends_post boolean not null,
        reason text not null,
        state text not null default 'proposed' check (state in ('proposed', 'executed', 'withdrawn')),
        proposed_by uuid not null,
        proposed_at timestamptz not null default wendai_now(),
        settled_by uuid,
        settled_at timestamptz,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, organization) references organization,
        foreign key (jurisdiction, organization, unit) references unit (jurisdiction, organization, id),
        foreign key (jurisdiction, organization, person) references person (jurisdiction, organization, id),
        foreign key (jurisdiction, post) references post,
        foreign key (jurisdiction, proposed_by) references person,
        foreign key (jurisdiction, settled_by) references person,
        check ((state = 'proposed') = (settled_by is null)),
        check ((settled_by is null) = (settled_at is null)),
        check (person is not null or new_login is not null),
        check (ends_post or valid_from is not null),
        check (not ends_post or post is not null),
        -- 双人授权: nobody executes what he has proposed, and nobody proposes or executes a post of his own.
        constraint grant_by_two_persons check (state <> 'executed' or settled_by <> proposed_by),
        constraint grant_to_another check (person is null or (person <> proposed_by and (state <> 'executed' or person <> settled_by)))
      );
      create index grant_of_organization on post_grant (jurisdiction, organization, id);

      -- 委托代办: dates, one role, no chain of more than one.
      create table delegation (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        role text not null,
        from_person uuid not null,
        to_person uuid not null,
        valid_from date not null,
        valid_until date not null,
        reason text not null,
        created_at timestamptz not null default wendai_now(),
        revoked_at timestamptz,
        primary key (jurisdiction, id),
        check (role not in ('system.admin', 'security.admin', 'audit.admin')),
        foreign key (jurisdiction, organization, from_person) references person (jurisdiction, organization, id),
        foreign key (jurisdiction, organization, to_person) references person (jurisdiction, organization, id),
        check (from_person <> to_person),
        check (valid_until >= valid_from)
      );
      create index delegation_to on delegation (jurisdiction, to_person) where revoked_at is null;

      -- Who signs, in order, for an act of an organization. No row: the default of workflows/filing/sign-off.ts.
      create table sign_off_chain (
        jurisdiction text not null,
        organization uuid not null,
        act text not null check (act in ('file', 'opinion')),
        lane text not null check (lane in ('any', 'routine', 'focus')),
        posts text[] not null check (cardinality(posts) between 1 and 4),
        primary key (jurisdiction, organization, act, lane),
        foreign key (jurisdiction, organization) references organization
      );

      -- A chain to come, proposed by one person and put in force by another; one at a time for each act and lane.
      create table sign_off_change (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        act text not null check (act in ('file', 'opinion')),
        lane text not null check (lane in ('any', 'routine', 'focus')),
        posts text[] not null check (cardinality(posts) between 1 and 4),
        reason text not null,
        state text not null default 'proposed' check (state in ('proposed', 'executed', 'withdrawn')),
        proposed_by uuid not null,
        proposed_at timestamptz not null default wendai_now(),
        settled_by uuid,
        settled_at timestamptz,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, organization) references organization,
        foreign key (jurisdiction, proposed_by) references person,
        foreign key (jurisdiction, settled_by) references person,
        check ((state = 'proposed') = (settled_by is null)),
        check ((settled_by is null) = (settled_at is null)),
        constraint chain_by_two_persons check (state <> 'executed' or settled_by <> proposed_by)
      );
      create unique index sign_off_change_waiting on sign_off_change (jurisdiction, organization, act, lane)
        where state = 'proposed';

      -- 机构变更: who takes part and by which name. Proposed by one person, done by another.
      create table organization_change (
        jurisdiction text not null,
        id uuid not null,
        change text not null check (change in ('add', 'addUnit', 'rename', 'renameUnit', 'end', 'endUnit')),
        -- Of what is new only when it has been done.
        organization uuid,
        unit uuid,
        key text,
        kind text check (kind in ('bank', 'helper')),
        series text,
        name text,
        english_name text,
        from_or_until date,
        reason text not null,
        state text not null default 'proposed' check (state in ('proposed', 'executed', 'withdrawn')),
        proposed_by uuid not null,
        proposed_at timestamptz not null default wendai_now(),
        settled_by uuid,
        settled_at timestamptz,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, organization) references organization,
        foreign key (jurisdiction, organization, unit) references unit (jurisdiction, organization, id),
        foreign key (jurisdiction, proposed_by) references person,
        foreign key (jurisdiction, settled_by) references person,
        check ((state = 'proposed') = (settled_by is null)),
        check ((settled_by is null) = (settled_at is null)),
        check (state <> 'executed' or organization is not null),
        constraint organization_by_two_persons check (state <> 'executed' or settled_by <> proposed_by)
      );

      create table firm (
        jurisdiction text not null,
        id uuid not null,
        credit_code text not null check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
        name text not null,
        county text not null,
        trade text,
        size_class text check (size_class in ('large', 'medium', 'small', 'micro')),
        private_economy boolean,
        -- False for a firm that is known by a bank's report alone: other banks would learn from it that somebody reported.
        in_directory boolean not null default true,
        created_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, credit_code),
        foreign key (jurisdiction, county) references county
      );

      -- The banks that named a firm which the directory did not have.
      create table firm_acquaintance (
        jurisdiction text not null,
        firm uuid not null,
        organization uuid not null,
        since timestamptz not null default wendai_now(),
        primary key (jurisdiction, firm, organization),
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, organization) references organization
      );

      create table firm_listing (
        jurisdiction text not null,
        firm uuid not null,
        list text not null check (list in ('whiteList', 'keyFirm', 'stockListed', 'aid')),
        valid_from date not null,
        valid_until date,
        source text not null,
        primary key (jurisdiction, firm, list, valid_from),
        foreign key (jurisdiction, firm) references firm
      );

      -- What a bank has lent, each figure with its source and its day. A bank sees its own rows.
      create table exposure (
        jurisdiction text not null,
        id uuid not null,
        firm uuid not null,
        bank uuid not null,
        limit_fen bigint not null check (limit_fen >= 0),
        balance_fen bigint not null check (balance_fen >= 0),
        guarantee text,
        source text not null,
        as_of date not null,
        primary key (jurisdiction, id),
        unique (jurisdiction, firm, bank, as_of),
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, bank) references organization
      );

      -- 担保圈: who stands surety for whom, each link with its source and its day. Offices only.
      create table guarantee_link (
        jurisdiction text not null,
        id uuid not null,
        guarantor uuid not null,
        debtor uuid not null,
        amount_fen bigint not null check (amount_fen > 0),
        source text not null,
        as_of date not null,
        primary key (jurisdiction, id),
        unique (jurisdiction, guarantor, debtor, as_of),
        foreign key (jurisdiction, guarantor) references firm,
        foreign key (jurisdiction, debtor) references firm,
        check (guarantor <> debtor)
      );
      create index guarantee_for on guarantee_link (jurisdiction, debtor);

      -- Acts known from elsewhere than a filing: below the threshold, declared or recorded. They count in the sum.
      create table credit_act (
        jurisdiction text not null,
        id uuid not null,
        firm uuid not null,
        bank uuid not null,
        unit uuid,
        kind text not null check (kind in ('withdraw', 'squeeze', 'suspend')),
        relation_continues boolean,
        amount_fen bigint not null check (amount_fen > 0),
        acted_on date not null,
        status text not null check (status in ('planned', 'executed')),
        source text not null,
        recorded_by uuid,
        recorded_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, bank) references organization
      );
      create index credit_act_of_firm on credit_act (jurisdiction, firm, bank, acted_on);

      -- A standstill in force; committees will write it, the directory holds it.
      create table standstill (
        jurisdiction text not null,
        id uuid not null,
        firm uuid not null,
        members uuid[] not null,
        valid_from date not null,
        valid_until date not null,
        ended_on date,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, firm) references firm,
        check (valid_until >= valid_from)
      );
      create index standstill_of_firm on standstill (jurisdiction, firm);

      create table court_acceptance (
        jurisdiction text not null,
        id uuid not null,
        firm uuid not null,
        court text not null,
        document_number text not null,
        accepted_on date not null,
        recorded_by uuid,
        recorded_at timestamptz not null default wendai_now(),
        -- 终结, or the application rejected (驳回申请): from that day the firm is no longer before the court.
        ended_on date,
        outcome text check (outcome in ('closed', 'dismissed')),
        primary key (jurisdiction, id),
        foreign key (jurisdiction, firm) references firm,
        check ((ended_on is null) = (outcome is null)),
        check (ended_on is null or ended_on >= accepted_on)
      );
      -- A firm is before one court at a time.
      create unique index court_acceptance_open on court_acceptance (jurisdiction, firm) where ended_on is null;

      do $$
      declare t text;
      begin
        foreach t in array array['county', 'organization', 'organization_name', 'unit', 'sign_off_chain'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy read on %I for select to wendai_app, wendai_reader using ((select in_scope()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('create policy write on %I for all to wendai_app using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select, insert, update on %I to wendai_app', t);
          execute format('grant select on %I to wendai_reader', t);
        end loop;
        foreach t in array array['person', 'staff', 'post', 'post_grant', 'sign_off_change', 'organization_change', 'delegation', 'firm', 'firm_acquaintance', 'firm_listing', 'exposure', 'guarantee_link',
                                 'credit_act', 'standstill', 'court_acceptance'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select, insert, update on %I to wendai_app', t);
          execute format('grant select on %I to wendai_reader', t);
        end loop;
      end $$;

      create policy own on firm_acquaintance for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()));
      create policy known on firm for select to wendai_app, wendai_reader
        using ((select in_scope()) and jurisdiction = (select actor_jurisdiction())
          and (in_directory or (select actor_office()) is not null
            or exists (select from firm_acquaintance a where a.jurisdiction = firm.jurisdiction and a.firm = firm.id
              and a.organization = (select actor_organization()))));
      create policy own on person for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()));
      create policy own on post for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()));
      create policy own on post_grant for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and (organization = (select actor_organization()) or (select actor_office()) in ('system', 'audit')));
      create policy own on delegation for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()));
      create policy give on delegation for insert to wendai_app
        with check (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization())
          and from_person = (select actor_person()));
      create policy take_back on delegation for update to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and from_person = (select actor_person()));
      create policy own on exposure for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and (bank = (select actor_organization()) or (select actor_office()) in ('finance', 'industry', 'regulator', 'pboc')));
      create policy offices on guarantee_link for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) in ('finance', 'industry', 'regulator', 'pboc'));
      create policy own on credit_act for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and (bank = (select actor_organization()) or (select actor_office()) in ('finance', 'industry', 'regulator', 'pboc')));
      create policy declare on credit_act for insert to wendai_app
        with check (jurisdiction = (select actor_jurisdiction())
          and (bank = (select actor_organization()) or (select actor_office()) = 'finance'));
      create policy offices on firm_listing for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) in ('finance', 'industry', 'county'));
      create policy members on standstill for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and ((select actor_organization()) = any (members) or (select actor_office()) in ('finance', 'industry', 'regulator')));
      create policy offices on court_acceptance for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
