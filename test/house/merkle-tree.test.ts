import { createHash, generateKeyPairSync, randomInt, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_ROOT, leafHash, type Subtree, TreeHead } from '../../src/audit/tree/merkle-tree.js';
import { consistencyPath, hashOfRun, inclusionPath, type Run } from '../../src/audit/tree/proof-paths.js';
import {
  checkpointText,
  openCheckpoint,
  parseVkey,
  signedNote,
  vkeyOf,
} from '../../src/audit/tree/signed-note.js';
import { isConsistent, isIncluded } from '../../src/audit/tree/verify-proof.js';

/** The model: RFC 6962, 2.1, word for word and with nothing remembered. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.from([1]), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, index) => leafHash(`entry ${String(index)}`));

function headOf(leaves: readonly Buffer[]): TreeHead {
  const head = new TreeHead();
  for (const leaf of leaves) head.append(leaf);
  return head;
}

function proofOf(path: readonly Run[], leaves: readonly Buffer[]): Buffer[] {
  const hashOf = ({ level, index }: Subtree) =>
    naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
  return path.map((run) => hashOfRun(run, hashOf));
}

const SIZES = fc.integer({ min: 1, max: 300 });

describe('RFC 6962: the tree over the log', () => {
  it('has the roots that the reference implementation of Certificate Transparency has', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const head = new TreeHead();
    const roots = inputs.map((input) => {
      head.append(leafHash(Buffer.from(input, 'hex')));
      return head.root().toString('hex');
    });

    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(roots).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('grows leaf by leaf to the root of the model, from whatever head was kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }), (before, more) => {
        const leaves = leavesOf(before + more);
        const first = headOf(leaves.slice(0, before));
        const resumed = TreeHead.fromBytes(first.size, first.toBytes());
        for (const leaf of leaves.slice(before)) resumed.append(leaf);
        expect(first.root()).toEqual(naiveRoot(leaves.slice(0, before)));
        expect(resumed.root()).toEqual(naiveRoot(leaves));
      }),
      { numRuns: 40 },
    );
  });

  it('tells each whole subtree once, when its last leaf comes', () => {
    const leaves = leavesOf(64);
    const told: string[] = [];
    const head = new TreeHead();
    for (const leaf of leaves) {
      head.append(leaf, ({ level, index }, root) => {
        told.push(`${String(level)} ${String(index)}`);
        expect(root).toEqual(naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
      });
    }
    expect(new Set(told).size).toBe(63);
    expect(told).toHaveLength(63);
  });
});

describe('RFC 6962: proofs', () => {
  it('of inclusion hold for every leaf of every tree of the model, and for no other leaf, place, size or root', () => {
    fc.assert(
      fc.property(SIZES, fc.nat(), (size, any) => {
        const leaves = leavesOf(size);
        const index = any % size;
        const proof = proofOf(inclusionPath(index, size), leaves);
        const root = naiveRoot(leaves);
        const leaf = leaves[index] ?? EMPTY_ROOT;

        expect(isIncluded(leaf, { index, size, proof }, root)).toBe(true);
        expect(isIncluded(leafHash('another'), { index, size, proof }, root)).toBe(false);
        expect(isIncluded(leaf, { index: index + 1, size, proof }, root)).toBe(false);
        expect(isIncluded(leaf, { index, size: size * 2 + 1, proof }, root)).toBe(false);
        expect(isIncluded(leaf, { index, size, proof: [...proof, root] }, root)).toBe(false);
        if (proof.length > 0)
          expect(isIncluded(leaf, { index, size, proof: proof.slice(1) }, root)).toBe(false);
        expect(isIncluded(leaf, { index, size, proof }, leafHash('another'))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('of consistency hold between any two trees of one log, and not when its past was rewritten', () => {
    fc.assert(
      fc.property(SIZES, fc.nat(), fc.nat(), (size, any, where) => {
        const leaves = leavesOf(size);
        const before = 1 + (any % size);
        const proof = proofOf(consistencyPath(before, size), leaves);
        const earlier = { size: before, root: naiveRoot(leaves.slice(0, before)) };
        const later = { size, root: naiveRoot(leaves) };
        expect(isConsistent(earlier, later, proof)).toBe(true);

        const rewritten = leaves.with(where % before, leafHash('rewritten'));
        const other = { size, root: naiveRoot(rewritten) };
        expect(isConsistent(earlier, other, proofOf(consistencyPath(before, size), rewritten))).toBe(false);
        expect(isConsistent(earlier, other, proof)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('with one bit changed are refused, ten thousand times', () => {
    const leaves = leavesOf(200);
    const root = naiveRoot(leaves);
    const proofs = leaves.map((_, index) => proofOf(inclusionPath(index, 200), leaves));
    let accepted = 0;
    for (let time = 0; time < 10_000; time++) {
      const index = randomInt(200);
      const proof = (proofs[index] ?? []).map((hash) => Buffer.from(hash));
      const step = proof[randomInt(proof.length)];
      const byte = randomInt(32);
      if (step !== undefined) step[byte] = (step[byte] ?? 0) ^ (1 << randomInt(8));
      if (isIncluded(leaves[index] ?? root, { index, size: 200, proof }, root)) accepted++;
    }
    expect(accepted).toBe(0);
  });

  it('are not asked of a leaf or a tree that is not there', () => {
    expect(() => inclusionPath(5, 5)).toThrow(RangeError);
    expect(() => consistencyPath(0, 5)).toThrow(RangeError);
    expect(() => consistencyPath(6, 5)).toThrow(RangeError);
    expect(() => new TreeHead(3, [EMPTY_ROOT])).toThrow(RangeError);
  });
});

describe('C2SP: checkpoints as signed notes', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = parseVkey(vkeyOf('wendai-350500', publicKey));
  const checkpoint = { origin: 'wendai-350500', size: 300, root: naiveRoot(leavesOf(300)) };
  const text = checkpointText(checkpoint);
  const note = signedNote(text, key.keyId, sign(null, Buffer.from(text), privateKey));

  it('opens by the key that signed it', () => {
    expect(openCheckpoint(note, [key])).toEqual({ ...checkpoint, keyId: key.keyId });
    expect(openCheckpoint(`${note}— somebody.else AAAAAAAA\n`, [key])).toMatchObject({ size: 300 });
  });

  it('does not open when a character is changed, nor by another key', () => {
    const other = parseVkey(vkeyOf('wendai-350500', generateKeyPairSync('ed25519').publicKey));
    expect(openCheckpoint(note, [other])).toBeUndefined();
    expect(openCheckpoint(note, [])).toBeUndefined();
    for (let at = 0; at < note.length; at++) {
      const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;
      expect(openCheckpoint(changed, [key])).toBeUndefined();
    }
  });

  it('reads the example of the C2SP text, and no key whose name does not fit its hash', () => {
    // From C2SP signed-note, “Verifier keys”.
    const example = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(parseVkey(example).keyId).toBe('PeterNeumann+c74f20a3');
    expect(() => parseVkey(example.replace('Peter', 'Pater'))).toThrow(TypeError);
  });
});
