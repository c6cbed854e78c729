import { FactorWanted, type PasskeyQuestion, type Schema } from '../api/client.js';

/** Not by every browser, and nowhere without TLS. */
export const KNOWS_PASSKEYS = 'PublicKeyCredential' in globalThis;

/** COSE: ECDSA by P-256, Ed25519, RSA by SHA-256. The server takes the same (src/access/passkey/relying-party.ts). */
const ALGORITHMS = [-7, -8, -257];
const TIMEOUT_MS = 300_000;

/** The browser, the device or the person has not gone along. */
export class PasskeyFailed extends Error {
  constructor(readonly why: 'cancelled' | 'known' | 'failed') {
    super(why);
  }
}

/** Has the browser make one: for this site, shown by PIN, finger or face, and without saying which make the device is. */
export async function makePasskey(
  options: Schema<'PasskeyOptions'>,
  name: string,
): Promise<Schema<'NewPasskey'>> {
  const { challenge, rpId, rpName, userId, userName, displayName, exclude } = options;
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(challenge),
        rp: { id: rpId, name: rpName },
        user: { id: bytesOf(userId), name: userName, displayName },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: exclude.map(known),
        // The password comes first, so that a security key need not keep who its owner is.
        authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
        attestation: 'none',
        timeout: TIMEOUT_MS,
      },
    }),
  );
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    name,
    id: textOf(made.rawId),
    clientData: textOf(response.clientDataJSON),
    attestation: textOf(response.attestationObject),
    transports: response.getTransports(),
  };
}

/**
 * Sends a proof; where the server wants a second factor too, has a passkey show it and sends both. Whoever can also type a code
 * is asked first.
 * @throws {FactorWanted | PasskeyFailed | Refused}
 */
export async function proveBy<Said extends object, Result>(
  send: (proof: Said & { passkey?: Schema<'PasskeyProof'> }) => Promise<Result>,
  said: Said,
  prefersPasskey: boolean,
): Promise<Result> {
  try {
    return await send(said);
  } catch (error) {
    if (!(error instanceof FactorWanted) || error.question === undefined || !KNOWS_PASSKEYS) throw error;
    if (error.ways.includes('code') && !prefersPasskey) throw error;
    return send({ ...said, passkey: await showPasskey(error.question) });
  }
}

async function showPasskey({ challenge, rpId, allow }: PasskeyQuestion): Promise<Schema<'PasskeyProof'>> {
  const shown = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(challenge),
        rpId,
        allowCredentials: allow.map(known),
        userVerification: 'required',
        timeout: TIMEOUT_MS,
      },
    }),
  );
  const response = shown.response as AuthenticatorAssertionResponse;
  return {
    id: textOf(shown.rawId),
    clientData: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
  };
}

/** @throws {PasskeyFailed} */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  let answer: Credential | null;
  try {
    answer = await ask();
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'InvalidStateError') throw new PasskeyFailed('known');
    throw new PasskeyFailed(name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed');
  }
  if (!(answer instanceof PublicKeyCredential)) throw new PasskeyFailed('failed');
  return answer;
}

function known({ id, transports }: { id: string; transports: string[] }): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytesOf(id), transports: transports as AuthenticatorTransport[] };
}

// `PublicKeyCredential.parseCreationOptionsFromJSON` would do this, but offices have older browsers.
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
