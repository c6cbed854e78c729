import { type KeyPairKeyObjectResult, sign } from 'node:crypto';

// ECDSA with SHA-256, and the common name, as object identifiers in DER.
const ECDSA_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

/** A certificate of a host that vouches for itself (X.509 version 1, P-256), in PEM. Node makes keys and no certificates. */
export function certificateFor(host: string, { publicKey, privateKey }: KeyPairKeyObjectResult): string {
  const name = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(host)))));
  const validity = sequence(...['200101000000Z', '491231235959Z'].map((at) => tagged(0x17, Buffer.from(at))));
  const signed = sequence(
    ...[tagged(0x02, Buffer.of(1)), ECDSA_SHA256, name, validity, name],
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = tagged(0x03, Buffer.of(0), sign('sha256', signed, privateKey));
  const lines =
    sequence(signed, ECDSA_SHA256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}
