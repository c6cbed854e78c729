import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers';
import { CONFIG, type Config } from '../../platform/config.js';
import { LOGGER } from '../../platform/logger-token.js';
import type { Logger } from '../../platform/logging.js';
import type { NewPasskeyDto, PasskeyProofDto } from './passkey.dto.js';

/** COSE: Ed25519, ECDSA by P-256, RSA by SHA-256. The console asks browsers for the same (web/src/account/authenticator.ts). */
const ALGORITHMS = [-8, -7, -257];
/** What a statement may hold: no maker's is asked for, and no stranger's certificate is read. */
const IN_STATEMENT: ReadonlySet<string> = new Set(['alg', 'sig']);

export interface VerifiedPasskey {
  credentialId: string;
  /** COSE key in base64url. */
  publicKey: string;
  counter: number;
  synced: boolean;
}

/** What is known of a passkey that answers. */
export interface KeptPasskey {
  credentialId: string;
  publicKey: string;
  counter: number;
}

/**
 * This system as passkeys know it: by the domain and the origin of `PUBLIC_URL`, and by nothing that a request says. Whoever
 * holds the passkey has to show it by PIN, finger or face (user verification), each time.
 */
@Injectable()
export class RelyingParty {
  readonly id: string;
  private readonly origin: string;

  constructor(
    @Inject(CONFIG) { publicUrl }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const address = new URL(publicUrl);
    this.id = address.hostname;
    this.origin = address.origin;
  }

  /** Browsers bind passkeys to domains, never to the address of a machine. */
  get isAvailable(): boolean {
    return isIP(this.id.replace(/^\[|\]$/g, '')) === 0;
  }

  /** The new passkey, or undefined when it does not hold. */
  async newPasskey(said: NewPasskeyDto, challenge: string): Promise<VerifiedPasskey | undefined> {
    const response = {
      id: said.id,
      rawId: said.id,
      type: 'public-key' as const,
      clientExtensionResults: {},
      response: { clientDataJSON: said.clientData, attestationObject: said.attestation },
    };
    return this.holds(async () => {
      const statement = decodeAttestationObject(isoBase64URL.toBuffer(said.attestation)).get('attStmt');
      const parts = [...(statement as unknown as ReadonlyMap<string, unknown>).keys()];
      if (!parts.every((part) => IN_STATEMENT.has(part))) throw new Error('A statement nobody asked for.');
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        ...this.expected(challenge),
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!verified || registrationInfo.credential.id !== said.id) throw new Error('Not verified.');
      const { credential, credentialDeviceType } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: isoBase64URL.fromBuffer(credential.publicKey),
        counter: credential.counter,
        synced: credentialDeviceType === 'multiDevice',
      };
    });
  }

  /** The passkey's count of its uses, or undefined when the proof does not hold: a count that did not rise is a copy's. */
  async proven(said: PasskeyProofDto, challenge: string, kept: KeptPasskey): Promise<number | undefined> {
    const { id, clientData: clientDataJSON, authenticatorData, signature } = said;
    return this.holds(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON, authenticatorData, signature },
        },
        ...this.expected(challenge),
        credential: {
          id: kept.credentialId,
          publicKey: isoBase64URL.toBuffer(kept.publicKey),
          counter: kept.counter,
        },
      });
      if (!verified) throw new Error('The signature is another’s.');
      return authenticationInfo.newCounter;
    });
  }

  private expected(challenge: string) {
    return {
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      requireUserVerification: true,
    };
  }

  /** The library throws whatever does not hold, and whatever cannot be read. */
  private async holds<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.logger.info(
        { reason: error instanceof Error ? error.message : 'unknown' },
        'a passkey did not hold',
      );
      return undefined;
    }
  }
}

/** The challenge that a passkey says it answers; undefined when it cannot be read. */
export function challengeIn(clientData: string): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(clientData);
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
