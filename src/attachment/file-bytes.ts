import { type FileHandle, open } from 'node:fs/promises';

/** A file that is looked into piece by piece: what was sent is never held in memory as a whole. */
export interface FileBytes {
  size: number;
  /** Fewer bytes than asked for where the file ends. */
  read(from: number, length: number): Promise<Buffer>;
}

/** Opens a file for as long as `look` takes. */
export async function withBytes<Result>(
  path: string,
  look: (file: FileBytes) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await look({ size, read: (from, length) => readAt(handle, from, length) });
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}
