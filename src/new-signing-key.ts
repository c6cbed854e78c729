import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { vkeyOf } from './audit/tree/signed-note.js';
import { type Config, ConfigError, readConfig, readSecretFile } from './platform/config.js';
import { toldUsage } from './told-usage.js';

/**
 * npm run new-signing-key, on one machine: the present key's public part joins the former ones, and a new key takes its place.
 * The old private key is left beside under another name, so that the other nodes go on until they are given the new files;
 * then it is destroyed. Returns the new vkey and where the old key lies.
 */
export function newSigningKey({ signingKeyFile, formerSigningKeysFile, jurisdiction }: Config): {
  vkey: string;
  retired: string;
} {
  const name = `wendai-${jurisdiction}`;
  const former = vkeyOf(name, createPublicKey(createPrivateKey(readSecretFile(signingKeyFile))));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const known = existsSync(formerSigningKeysFile)
    ? readFileSync(formerSigningKeysFile, 'utf8').split('\n')
    : [];
  // First of all: a key that has signed must never be unknown.
  if (!known.includes(former)) appendFileSync(formerSigningKeysFile, `${former}\n`);
  const draft = `${signingKeyFile}.new`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const retired = `${signingKeyFile}.retired-${former.split('+')[1] ?? ''}`;
  renameSync(signingKeyFile, retired);
  renameSync(draft, signingKeyFile);
  return { vkey: vkeyOf(name, publicKey), retired };
}

const USAGE = `npm run new-signing-key
Makes a new signing key in place of the one at SIGNING_KEY_FILE and adds the public part of that one to FORMER_SIGNING_KEYS_FILE.
The old private key is left beside it: give both files to every node, restart them, then destroy it.`;

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  try {
    // No database is asked: the address only has to be there for the settings to be whole.
    const { vkey, retired } = newSigningKey(
      readConfig({ DATABASE_URL: 'postgres://none/none', ...process.env }),
    );
    console.log(`New key: ${vkey}`);
    console.log(`Give both files to every node and restart them, then destroy ${retired}.`);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  }
}
