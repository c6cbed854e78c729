import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../platform/config.js';
import { UUID_PATTERN } from '../platform/http/fields.js';

export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** More was sent than is taken. */
export class TooManyBytes extends Error {}

/** What was sent, complete and on disk, but not yet anybody's. */
export interface Received {
  path: string;
  size: number;
  /** SHA-256 in hexadecimal. */
  sha256: string;
}

/**
 * The files of attachments. Each lies under an id that was made here, so that no name from outside is ever a path; only the
 * server's own user reads them. A file is complete under its last name or not there at all.
 */
@Injectable()
export class AttachmentStore {
  private readonly root: string;
  private readonly incoming: string;

  constructor(@Inject(CONFIG) { attachmentsDir, jurisdiction }: Config) {
    // Two cities may share a disk; neither sweeps the other's files.
    this.root = join(attachmentsDir, jurisdiction);
    this.incoming = join(this.root, 'incoming');
  }

  /**
   * Writes what comes in to a file of its own, and nothing past the limit.
   * @throws {TooManyBytes}
   */
  async receive(stream: Readable): Promise<Received> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const path = join(this.incoming, uuid());
    const file = await open(path, 'wx', 0o600);
    const digest = createHash('sha256');
    let size = 0;
    try {
      // Leaving the loop must not close the connection: whoever sent too much is to be told so.
      for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > MAX_ATTACHMENT_BYTES) throw new TooManyBytes();
        digest.update(piece);
        await file.writeFile(piece);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await this.discard({ path });
      throw error;
    }
    await file.close();
    return { path, size, sha256: digest.digest('hex') };
  }

  /** From here on the file is known by this id, also after a crash. Its row comes last: without one it is swept. */
  async keep({ path }: Received, id: string): Promise<void> {
    const folder = this.folderOf(id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, join(folder, id));
    const directory = await open(folder, 'r');
    await directory.sync().finally(() => directory.close());
  }

  async discard({ path }: Pick<Received, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.folderOf(id), id), { force: true });
  }

  read(id: string): ReadStream {
    return createReadStream(join(this.folderOf(id), id));
  }

  /** Removes what was being received when a server ended. */
  async sweepIncoming(before: Date): Promise<void> {
    for (const path of await agedFiles(this.incoming, before)) await rm(path, { force: true });
  }

  /** The ids of files older than `before`, a folder at a time. */
  async *agedIds(before: Date): AsyncGenerator<string[]> {
    for (const name of await entriesOf(this.root)) {
      if (!/^[0-9a-f]{2}$/.test(name)) continue;
      const paths = await agedFiles(join(this.root, name), before);
      yield paths.map((path) => basename(path)).filter((file) => UUID_PATTERN.test(file));
    }
  }

  /** The last digits of an id are random, so that folders fill evenly. */
  private folderOf(id: string): string {
    return join(this.root, id.slice(-2));
  }
}

async function agedFiles(folder: string, before: Date): Promise<string[]> {
  const paths = (await entriesOf(folder)).map((name) => join(folder, name));
  const aged = await Promise.all(paths.map(async (path) => ((await isOlder(path, before)) ? [path] : [])));
  return aged.flat();
}

/** A file may be gone by the time it is looked at. */
async function isOlder(path: string, before: Date): Promise<boolean> {
  return stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  );
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
