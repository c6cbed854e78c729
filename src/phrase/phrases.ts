import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { MOST_PHRASES, type PhraseDto, type PhrasesDto } from './phrase.dto.js';

const COLUMNS = `p.id, p.text, a.name as "addedBy", p.added_at as "addedAt"
  from phrase p join person a on a.jurisdiction = p.jurisdiction and a.id = p.added_by`;
const LIST: Statement = {
  name: 'list-phrases',
  text: `select ${COLUMNS} where p.jurisdiction = $1 order by p.text limit ${MOST_PHRASES}`,
};
const FIND: Statement = {
  name: 'find-phrase',
  text: `select ${COLUMNS} where p.jurisdiction = $1 and p.text = $2`,
};
const COUNT: Statement = {
  name: 'count-phrases',
  text: `select count(*)::int as counted from phrase where jurisdiction = $1`,
};
/** The same sentence again is the one that is there. */
const ADD: Statement = {
  name: 'add-phrase',
  text: `insert into phrase (jurisdiction, id, organization, text, added_by) values ($1, $2, $3, $4, $5)
    on conflict (jurisdiction, organization, text) do nothing`,
};
const REMOVE: Statement = {
  name: 'remove-phrase',
  text: `delete from phrase where jurisdiction = $1 and id = $2 returning id`,
};

interface PhraseRow extends Record<string, unknown> {
  id: string;
  text: string;
  addedBy: string;
  addedAt: Date;
}

/** 常用意见. An organization's own: row-level security knows no other. */
@Injectable()
export class Phrases {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor): Promise<PhrasesDto> {
    const rows = await this.database.as(actor, (tx) => tx.query<PhraseRow>(LIST, [actor.jurisdiction]));
    return { items: rows.map(shown) };
  }

  /** @throws {Problem} guard-failed when there are as many as a list holds, forbidden for whoever is no person */
  async add(actor: Actor, text: string): Promise<PhraseDto> {
    const { jurisdiction, organization, person } = actor;
    if (person === undefined || organization === undefined) throw new Problem('forbidden');
    return this.database.as(actor, async (tx) => {
      const [count] = await tx.query<{ counted: number }>(COUNT, [jurisdiction]);
      if ((count?.counted ?? 0) >= MOST_PHRASES) {
        const message = `常用意见已有${String(MOST_PHRASES)}条，请先删去不用的。`;
        throw Problem.of([{ code: 'too-many-phrases', message, pointer: '/text' }]);
      }
      await tx.query(ADD, [jurisdiction, uuid(), organization, text.trim(), person]);
      const [row] = await tx.query<PhraseRow>(FIND, [jurisdiction, text.trim()]);
      if (row === undefined) throw new Error('The phrase that was just added is gone.');
      return shown(row);
    });
  }

  /** @throws {Problem} not-found: another organization's and none at all are alike */
  async remove(actor: Actor, id: string): Promise<void> {
    const [removed] = await this.database.as(actor, (tx) => tx.query(REMOVE, [actor.jurisdiction, id]));
    if (removed === undefined) throw new Problem('not-found');
  }
}

function shown({ addedAt, ...row }: PhraseRow): PhraseDto {
  return { ...row, addedAt: shanghai(addedAt) };
}
