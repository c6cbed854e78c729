import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

export interface CaughtMail {
  id: string;
  at: Date;
  to: string;
  subject: string;
  text: string;
}

/** More than a demo ever sends in a day; older mails are dropped. */
const MAILS_KEPT = 500;

/** The mails of the demo, one file each, so that they are there again after a restart. */
export class MailStore {
  private readonly mails: CaughtMail[] = [];
  private lastId = 0;

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<MailStore> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const store = new MailStore(folder);
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    for (const name of files.sort()) {
      await store.read(name.slice(0, -'.eml'.length), readFileSync(join(folder, name)));
    }
    return store;
  }

  /** Written before it is acknowledged. */
  async add(raw: Buffer): Promise<void> {
    // Two mails of one millisecond get numbers of their own.
    this.lastId = Math.max(Date.now(), this.lastId + 1);
    const id = String(this.lastId);
    writeFileSync(join(this.folder, `${id}.eml`), raw, { mode: 0o600 });
    await this.read(id, raw);
  }

  newestFirst(): CaughtMail[] {
    return this.mails.toSorted((one, other) => Number(other.id) - Number(one.id));
  }

  find(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  private async read(id: string, raw: Buffer): Promise<void> {
    const parsed = await simpleParser(raw);
    this.lastId = Math.max(this.lastId, Number(id));
    const to = [parsed.to ?? []].flat().map((addresses) => addresses.text);
    this.mails.push({
      id,
      at: new Date(Number(id)),
      to: to.join(', '),
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
    });
    for (const old of this.mails.splice(0, this.mails.length - MAILS_KEPT)) {
      rmSync(join(this.folder, `${old.id}.eml`), { force: true });
    }
  }
}
