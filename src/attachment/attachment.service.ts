import { createReadStream, type ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { restore } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { ReadLog } from '../audit/read-log.js';
import { writeEntry } from '../audit/write-entry.js';
import { Problem } from '../platform/problem.js';
import type { Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { whyNotAdd } from './adding-rule.js';
import {
  ACCEPTED_IN_WORDS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
  isDeclaredAs,
  isNamedAs,
} from './attachment-kind.js';
import {
  ADD_ATTACHMENT,
  type AddressedCase,
  ATTACHMENT,
  ATTACHMENTS,
  type AttachmentRow,
  CASE_OF_ATTACHMENT,
  COUNT_ATTACHMENTS,
  HOLD_CASE,
  MAX_ATTACHMENTS,
  type Safety,
} from './attachment-row.js';
import { AttachmentStore, type Received, TooManyBytes } from './attachment-store.js';
import { ContentFault } from './content-fault.js';
import { kindOf } from './content-kind.js';
import { withBytes } from './file-bytes.js';
import { Scanner } from './scanner.js';

/** One upload as it arrives. */
export interface Upload {
  filing: string;
  /** What the sender says that the bytes hash to. */
  sha256: string;
  name: string;
  contentType: string | undefined;
  body: Readable;
}

interface Kept extends Upload {
  id: string;
  size: number;
  mediaType: string;
  safety: Safety;
}

/** Evidence beside a filing: added by its own bank, read by whoever sees the case. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly store: AttachmentStore,
    private readonly readLog: ReadLog,
    private readonly scanner: Scanner,
  ) {}

  /** @throws {Problem} not-found, for a foreign filing and a missing one alike */
  async list(actor: Actor, filing: string): Promise<AttachmentRow[]> {
    const { ownerOrg, rows } = await this.database.as(actor, async (tx) => {
      const key = [actor.jurisdiction, filing];
      const [[seen], found] = await Promise.all([
        tx.query<AddressedCase>(CASE_OF_ATTACHMENT, key),
        tx.query<AttachmentRow>(ATTACHMENTS, key),
      ]);
      if (seen === undefined) throw new Problem('not-found');
      return { ownerOrg: seen.ownerOrg, rows: found };
    });
    await this.readLog.note(actor, { id: filing, process: 'filing', ownerOrg });
    return rows;
  }

  /** @throws {Problem} not-found; not-checked until a scanner has found nothing in it, where there is one */
  async open(
    actor: Actor,
    filing: string,
    sha256: string,
  ): Promise<{ row: AttachmentRow; content: ReadStream }> {
    const [row] = await this.database.as(actor, (tx) =>
      tx.query<AttachmentRow>(ATTACHMENT, [actor.jurisdiction, filing, sha256]),
    );
    if (row === undefined) throw new Problem('not-found');
    this.refuseUnsafe(row);
    await this.readLog.note(actor, { id: filing, process: 'filing', ownerOrg: row.ownerOrg });
    return { row, content: this.store.read(row.id) };
  }

  /**
   * Nothing is received before it is known that it may be added; the row is written when the file is complete, and only if
   * the case has not moved on meanwhile. `isNew` is false when the same content was there already.
   * @throws {Problem} not-found, forbidden, not-editable, too-large, digest-mismatch, unsupported-media-type, malware-found,
   *   guard-failed
   */
  async add(actor: Actor, upload: Upload): Promise<{ row: AttachmentRow; isNew: boolean }> {
    const key = [actor.jurisdiction, upload.filing];
    await this.database.as(actor, async (tx) => {
      const [found] = await tx.query<AddressedCase>(CASE_OF_ATTACHMENT, key);
      if (found === undefined) throw new Problem('not-found');
      if (found.ownerOrg !== actor.organization) throw new Problem('forbidden');
      this.refuseUnlessOpen(found);
    });
    const received = await this.receive(upload.body);
    try {
      const kind = await kindReceived(received, upload);
      const safety = await this.looked(actor, upload, received);
      return await this.keep(actor, { ...upload, safety }, received, kind);
    } finally {
      await this.store.discard(received);
    }
  }

  private async keep(
    actor: Actor,
    upload: Upload & { safety: Safety },
    received: Received,
    kind: AttachmentKind,
  ): Promise<{ row: AttachmentRow; isNew: boolean }> {
    const id = uuid();
    await this.store.keep(received, id);
    try {
      const kept = await this.database.asSystem((tx) =>
        this.write(tx, actor, {
          ...upload,
          id,
          size: received.size,
          mediaType: ATTACHMENT_KINDS[kind].mediaType,
        }),
      );
      if (!kept.isNew) await this.store.remove(id);
      return kept;
    } catch (error) {
      await this.store.remove(id);
      throw error;
    }
  }

  private async write(
    tx: Transaction,
    { jurisdiction, person }: Actor,
    { filing, id, name, mediaType, size, sha256, safety }: Kept,
  ): Promise<{ row: AttachmentRow; isNew: boolean }> {
    const key = [jurisdiction, filing];
    const [held] = await tx.query<AddressedCase>(HOLD_CASE, key);
    if (held === undefined) throw new Problem('not-found');
    this.refuseUnlessOpen(held);
    const [former] = await tx.query<AttachmentRow>(ATTACHMENT, [...key, sha256]);
    if (former !== undefined) return { row: former, isNew: false };
    const [counted] = await tx.query<{ count: number }>(COUNT_ATTACHMENTS, key);
    if ((counted?.count ?? 0) >= MAX_ATTACHMENTS) throw tooMany();
    const { ownerOrg, ownerUnit } = held;
    const values = [
      jurisdiction,
      id,
      filing,
      ownerOrg,
      ownerUnit,
      name,
      mediaType,
      size,
      sha256,
      person,
      safety,
    ];
    const [row] = await tx.query<AttachmentRow>(ADD_ATTACHMENT, values);
    if (row !== undefined) return { row, isNew: true };
    // Somebody sent the same content at the same moment and was first.
    const [other] = await tx.query<AttachmentRow>(ATTACHMENT, [...key, sha256]);
    if (other === undefined) throw new Error('The attachment was neither there nor added.');
    return { row: other, isNew: false };
  }

  /** A file in which something is found is not kept; while the scanner is away, it is kept and given to nobody. */
  private async looked(actor: Actor, { filing, name }: Upload, { path }: Received): Promise<Safety> {
    const verdict = await this.scanner.look(() => createReadStream(path));
    if (verdict.safety !== 'infected') return verdict.safety;
    await this.database.asSystemFor(actor, (tx, { jurisdiction }) =>
      writeEntry(tx, {
        kind: 'refusal',
        type: 'ADD_ATTACHMENT',
        jurisdiction,
        actor: eventActor(actor),
        about: { id: filing, process: 'filing', ownerOrg: actor.organization ?? '' },
        values: { code: 'malware-found', name, finding: verdict.finding },
      }),
    );
    throw new Problem('malware-found', {
      detail: `文件中检测到恶意代码（${verdict.finding}），未保存。请处理后重新上传。`,
    });
  }

  private refuseUnsafe({ safety }: AttachmentRow): void {
    if (!this.scanner.isOn || safety === 'clean') return;
    const detail =
      safety === 'infected'
        ? '该附件检测到恶意代码，已停止下载，请联系报送银行重新提供。'
        : '该附件正在进行恶意代码检测，请稍后再试。';
    throw new Problem('not-checked', { detail });
  }

  private refuseUnlessOpen(found: AddressedCase): void {
    const { definition } = this.registry.shell('filing', found.version);
    const reason = whyNotAdd(restore(definition, found), found.hasOpenRevision);
    if (reason !== undefined) throw new Problem('not-editable', { detail: reason });
  }

  private async receive(body: Readable): Promise<Received> {
    try {
      return await this.store.receive(body);
    } catch (error) {
      if (error instanceof TooManyBytes) throw new Problem('too-large', { detail: '附件不能超过20 MiB。' });
      // The sender went away: there is nobody left to be answered, and nothing was kept.
      if (body.readableAborted) throw new Problem('bad-request', { detail: '上传中断，请重新上传。' });
      throw error;
    }
  }
}

/** @throws {Problem} digest-mismatch, unsupported-media-type */
async function kindReceived({ path, sha256 }: Received, upload: Upload): Promise<AttachmentKind> {
  if (sha256 !== upload.sha256) {
    throw new Problem('digest-mismatch', { detail: '收到的内容与地址中的 SHA-256 不一致，请重新上传。' });
  }
  const kind = await withBytes(path, kindOf).catch((error: unknown) => {
    throw error instanceof ContentFault ? refused(error.message) : error;
  });
  if (!isNamedAs(kind, upload.name)) {
    throw refused(`文件内容为 ${kind.toUpperCase()}，与文件名的扩展名不符，请改正后重新上传。`);
  }
  if (!isDeclaredAs(kind, upload.contentType)) {
    throw refused(`文件内容为 ${kind.toUpperCase()}，与 Content-Type 不符，请改正后重新上传。`);
  }
  return kind;
}

export function refused(detail: string): Problem {
  return new Problem('unsupported-media-type', { detail });
}

/** For what is no stream of bytes at all: a form, or JSON. */
export function noFile(): Problem {
  return refused(
    `请将文件内容直接作为请求体上传，类型为文件自身的类型或 application/octet-stream（接受${ACCEPTED_IN_WORDS}）。`,
  );
}

function tooMany(): Problem {
  const message = `一件报告的附件不能超过${String(MAX_ATTACHMENTS)}个，请合并后上传。`;
  return new Problem('guard-failed', { errors: [{ code: 'too-many-attachments', message }] });
}
