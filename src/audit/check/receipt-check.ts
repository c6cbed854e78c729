import { verify } from 'node:crypto';
import type { EntryHeader } from '../log-entry.js';
import { leafHash } from '../tree/merkle-tree.js';
import { openCheckpoint, type VerifierKey } from '../tree/signed-note.js';
import { isIncluded } from '../tree/verify-proof.js';

/** As FILE gives it, or GET …/receipt later; of its members only what is proven. */
export interface Receipt {
  number: string;
  contentHash: string;
  entry: string;
  promise: { text: string; signature: string; keyId: string };
}

/** As GET /audit/proof/{entryId} gives it. */
export interface InclusionProof {
  body: string;
  index: number;
  proof: string[];
  checkpoint: { note: string };
}

/** What is wrong with a receipt, in words; nothing when it is good. Needs no server and no database. */
export function receiptFaults(receipt: Receipt, keys: readonly VerifierKey[]): string[] {
  const { text, signature, keyId } = receipt.promise;
  const known = keys.find((key) => key.keyId === keyId);
  if (known === undefined) return [`It is signed by ${keyId}, which is none of the keys given.`];
  if (!verify(null, Buffer.from(text), known.key, Buffer.from(signature, 'base64'))) {
    return ['The signature does not fit the text of the promise.'];
  }
  const lines = text.split('\n');
  const said = {
    number: ` ${receipt.number} `,
    content: `sha256:${receipt.contentHash}`,
    entry: receipt.entry,
  };
  return Object.entries(said)
    .filter(([, words]) => !lines.some((line) => line.includes(words)))
    .map(([name]) => `The promise does not say the ${name} that the receipt shows.`);
}

/** What is wrong with the proof that the entry of a receipt is in a signed tree. */
export function inclusionFaults(
  receipt: Receipt,
  { body, index, proof, checkpoint }: InclusionProof,
  keys: readonly VerifierKey[],
): string[] {
  const signed = openCheckpoint(checkpoint.note, keys);
  if (signed === undefined) return ['The checkpoint is not signed by any of the keys given.'];
  const { id, contentHash } = JSON.parse(body) as EntryHeader;
  if (id !== receipt.entry) return ['The proof is about another entry.'];
  if (contentHash !== receipt.contentHash) return ['The entry commits to another content.'];
  const steps = proof.map((hash) => Buffer.from(hash, 'base64'));
  const isIn = isIncluded(leafHash(body), { index, size: signed.size, proof: steps }, signed.root);
  return isIn ? [] : ['The proof does not lead to the signed root.'];
}
