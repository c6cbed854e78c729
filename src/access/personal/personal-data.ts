import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { tellOfAccount } from '../account-notices.js';
import type { Actor } from '../actor.js';
import type {
  AskedCorrectionDto,
  AskedCorrectionsDto,
  OwnAccountDto,
  OwnCorrectionDto,
  PersonalDataDto,
} from './personal-data.dto.js';
import { ACCOUNT, CORRECTION, LISTS, PHRASES } from './personal-data-rows.js';

const SET_EMAIL: Statement = {
  name: 'set-own-email',
  text: 'update person set email = $3 where jurisdiction = $1 and id = $2',
};
const ASK: Statement = {
  name: 'ask-for-correction',
  text: `update person set correction_text = $3, correction_asked_at = wendai_now(), correction_answer = null,
      correction_answered_at = null
    where jurisdiction = $1 and id = $2`,
};
/** To the bank's own administrators, who cannot settle what is their own; else to whoever keeps everybody's accounts. */
const TELL: Statement = {
  name: 'tell-of-correction',
  text: `insert into notice (jurisdiction, id, source, organization, role, template, data)
    select t.jurisdiction, $2, $2, t.organization, t.role, 'correctionAsked', '{}' from post t
    where t.jurisdiction = $1 and t.role = $3 and ($4::uuid is null or t.organization = $4) limit 1`,
};
const ASKED: Statement = {
  name: 'asked-corrections',
  text: `select p.id as person, p.login, p.name, (select n.name from organization_name n where n.jurisdiction = p.jurisdiction
        and n.organization = p.organization order by n.valid_from desc limit 1) as organization,
      p.correction_text as text, p.correction_asked_at as "askedAt"
    from person p where p.jurisdiction = $1 and p.correction_asked_at is not null and p.correction_answered_at is null
      and ($2::uuid is null or p.organization = $2) and p.id <> $3
    order by p.correction_asked_at, p.id limit 1000`,
};

/** 个人信息 of those who work here: what the system holds about one, and how it is put right (个人信息保护法 45, 46). */
@Injectable()
export class PersonalData {
  constructor(private readonly database: ScopedDatabase) {}

  /** A copy of all of it. Whoever takes one leaves a trace, so that a copy taken at a forgotten console can be found. */
  async of(actor: Actor): Promise<PersonalDataDto> {
    const key = [actor.jurisdiction, actor.person];
    const phrases = await this.database.as(actor, (tx) => tx.query<{ text: string }>(PHRASES, key));
    return this.database.asSystemFor(actor, async (tx) => {
      const [[account], [correction], lists] = await Promise.all([
        tx.query(ACCOUNT, key),
        tx.query(CORRECTION, key),
        listsOf(tx, key),
      ]);
      if (account === undefined) throw new Error('Whoever is signed in has an account.');
      const { at } = await this.log(tx, actor, 'PERSONAL_DATA_READ');
      return {
        madeAt: at,
        account: shown<OwnAccountDto>(account),
        ...lists,
        phrases: phrases.map(({ text }) => text),
        correction: correction === undefined ? null : shown<OwnCorrectionDto>(correction),
      };
    });
  }

  /** Where notices go: one's own to change. */
  async setEmail(actor: Actor, email: string | null): Promise<void> {
    await this.database.asSystemFor(actor, async (tx) => {
      tx.send(SET_EMAIL, [actor.jurisdiction, actor.person, email]);
      if (actor.person !== undefined)
        tellOfAccount(tx, actor.jurisdiction, { person: actor.person, what: 'emailChanged' });
      await this.log(tx, actor, 'OWN_EMAIL_SET', { email });
    });
  }

  /** What others vouch for is for them to put right: they are told. A later wish takes the place of an earlier one. */
  async askForCorrection(actor: Actor, text: string): Promise<void> {
    const { jurisdiction, person, roles } = actor;
    const isOfBank = actor.organizationKind === 'bank' && !roles.includes('bank.admin');
    const to = isOfBank ? ['bank.admin', actor.organization] : ['security.admin', null];
    await this.database.asSystemFor(actor, async (tx) => {
      tx.send(ASK, [jurisdiction, person, text]);
      tx.send(TELL, [jurisdiction, uuid(), ...to]);
      await this.log(tx, actor, 'CORRECTION_ASKED', { text });
    });
  }

  /** What waits for this keeper of accounts, the oldest first. */
  async asked(actor: Actor): Promise<AskedCorrectionsDto> {
    const seen = actor.roles.includes('security.admin') ? null : (actor.organization ?? '');
    const rows = await this.database.asSystem((tx) =>
      tx.query(ASKED, [actor.jurisdiction, seen, actor.person]),
    );
    return { items: rows.map((row) => shown<AskedCorrectionDto>(row)) };
  }

  private log(tx: Transaction, actor: Actor, type: string, values: Record<string, unknown> = {}) {
    const { jurisdiction } = actor;
    return writeEntry(tx, { kind: 'access', type, jurisdiction, actor: eventActor(actor), values });
  }
}

type Lists = Pick<PersonalDataDto, keyof typeof LISTS>;

async function listsOf(tx: Transaction, key: readonly unknown[]): Promise<Lists> {
  const parts = await Promise.all(
    Object.entries(LISTS).map(async ([part, list]) => [
      part,
      (await tx.query(list, [...key])).map((row) => shown(row)),
    ]),
  );
  return Object.fromEntries(parts) as Lists;
}

/** A row as it goes out: every instant in the time of the city. */
function shown<Row>(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? shanghai(value) : value]),
  ) as Row;
}
