import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Body } from '../support/client.js';

/** What a bank's own program would check, by RFC 6962 and C2SP alone: nothing of the server's code is in it. */
export function leafOf(body: string): Buffer {
  return sha256(Buffer.concat([Buffer.from([0]), Buffer.from(body, 'utf8')]));
}

/** The root that a proof leads to: RFC 6962, 2.1.1 read backwards. */
export function rootBy(
  leaf: Buffer,
  { index, size }: { index: number; size: number },
  proof: readonly Buffer[],
): Buffer {
  if (size === 1) return leaf;
  let k = 1;
  while (k * 2 < size) k *= 2;
  const sibling = proof.at(-1) ?? Buffer.alloc(0);
  const rest = proof.slice(0, -1);
  return index < k
    ? node(rootBy(leaf, { index, size: k }, rest), sibling)
    : node(sibling, rootBy(leaf, { index: index - k, size: size - k }, rest));
}

/** The roots of both trees that a consistency proof leads to: RFC 6962, 2.1.2 read backwards. */
export function rootsBy(
  before: Buffer,
  sizes: { from: number; to: number },
  proof: readonly Buffer[],
): [Buffer, Buffer] {
  const walk = (from: number, to: number, rest: readonly Buffer[], isWhole: boolean): [Buffer, Buffer] => {
    if (from === to) {
      const root = isWhole ? before : (rest.at(-1) ?? Buffer.alloc(0));
      return [root, root];
    }
    let k = 1;
    while (k * 2 < to) k *= 2;
    const sibling = rest.at(-1) ?? Buffer.alloc(0);
    if (from <= k) {
      const [earlier, later] = walk(from, k, rest.slice(0, -1), isWhole);
      return [earlier, node(later, sibling)];
    }
    const [earlier, later] = walk(from - k, to - k, rest.slice(0, -1), false);
    return [node(sibling, earlier), node(sibling, later)];
  };
  return walk(sizes.from, sizes.to, proof, true);
}

/** Whether a note is signed by a vkey, and the three lines that it says. */
export function opened(note: string, vkey: string): { origin: string; size: number; root: string } {
  // The key is base64, in which a plus may stand too.
  const [, name, hash, key] = /^([^+]+)\+([^+]+)\+(.+)$/.exec(vkey) ?? [];
  const [text, line] = note.split('\n\n');
  const signature = Buffer.from(line?.split(' ')[2] ?? '', 'base64');
  const publicKey = createPublicKey({
    key: {
      kty: 'OKP',
      crv: 'Ed25519',
      x: Buffer.from(key ?? '', 'base64')
        .subarray(1)
        .toString('base64url'),
    },
    format: 'jwk',
  });
  const [origin = '', size, root = ''] = (text ?? '').split('\n');
  if (
    origin !== name ||
    signature.subarray(0, 4).toString('hex') !== hash ||
    !verify(null, Buffer.from(`${text ?? ''}\n`), publicKey, signature.subarray(4))
  ) {
    throw new Error('The note is not signed by this key.');
  }
  return { origin, size: Number(size), root };
}

export const bytesOf = (proof: readonly string[]) => proof.map((hash) => Buffer.from(hash, 'base64'));

/** The size and root that an inclusion proof of the API leads to. */
export function proven({ body, index, proof, checkpoint }: Body): { size: number; root: string } {
  const root = rootBy(leafOf(body), { index, size: checkpoint.size }, bytesOf(proof));
  return { size: checkpoint.size, root: root.toString('base64') };
}

function node(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.from([1]), left, right]));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
