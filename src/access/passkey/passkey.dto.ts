import { ApiSchema } from '@nestjs/swagger';
import { Id, Instant, ListOf, ListOfTexts, Text, YesNo } from '../../platform/http/fields.js';

const SAID = { checked: false } as const;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
/** WebAuthn allows 1,023 bytes. */
const CREDENTIAL_ID = { min: 1, max: 1_364, pattern: BASE64URL };
const CLIENT_DATA = { min: 1, max: 4_000, pattern: BASE64URL };
const BINARY = { min: 1, max: 12_000, pattern: BASE64URL };
const TRANSPORTS = { most: 8, max: 20 };
/** More than anybody carries; a list without pages. */
export const MOST_PASSKEYS = 10;

export class PasskeyIdDto {
  @Id({ description: '通行密钥的 id' })
  id: string;
}

/** What a passkey answers to a challenge (AuthenticatorAssertionResponse of WebAuthn), in base64url. */
@ApiSchema({ name: 'PasskeyProof' })
export class PasskeyProofDto {
  @Text(CREDENTIAL_ID, { description: 'credential id' })
  id: string;

  @Text(CLIENT_DATA, { description: 'clientDataJSON' })
  clientData: string;

  @Text(BINARY, { description: 'authenticatorData' })
  authenticatorData: string;

  @Text(BINARY, { description: 'signature' })
  signature: string;
}

/** A new passkey (AuthenticatorAttestationResponse of WebAuthn), in base64url. */
@ApiSchema({ name: 'NewPasskey' })
export class NewPasskeyDto {
  @Text({ min: 1, max: 60 }, { description: '名称，便于本人辨认', example: '办公室安全密钥' })
  name: string;

  @Text(CREDENTIAL_ID, { description: 'credential id' })
  id: string;

  @Text(CLIENT_DATA, { description: 'clientDataJSON' })
  clientData: string;

  @Text(BINARY, { description: 'attestationObject' })
  attestation: string;

  @ListOfTexts(TRANSPORTS, { description: '连接方式，浏览器给出' })
  transports: string[];
}

/** By which a browser knows a passkey again. */
@ApiSchema({ name: 'KnownPasskey' })
export class KnownPasskeyDto {
  @Text(CREDENTIAL_ID, { ...SAID, description: 'credential id' })
  id: string;

  @ListOfTexts(TRANSPORTS, SAID)
  transports: string[];
}

@ApiSchema({ name: 'PasskeyOptions' })
export class PasskeyOptionsDto {
  @Text({ max: 64 }, { ...SAID, description: '挑战值（base64url），五分钟内用一次' })
  challenge: string;

  @Text({ max: 253 }, { ...SAID, description: '本系统的域名' })
  rpId: string;

  @Text({ max: 100 }, SAID)
  rpName: string;

  @Text({ max: 64 }, { ...SAID, description: 'user handle（base64url）' })
  userId: string;

  @Text({ max: 64 }, SAID)
  userName: string;

  @Text({ max: 100 }, SAID)
  displayName: string;

  @ListOf(() => KnownPasskeyDto, MOST_PASSKEYS, { ...SAID, description: '已添加的，不再添加' })
  exclude: KnownPasskeyDto[];
}

@ApiSchema({ name: 'Passkey' })
export class PasskeyDto {
  @Id(SAID)
  id: string;

  @Text({ max: 60 }, SAID)
  name: string;

  @YesNo({ ...SAID, description: '可由其提供者同步到本人的其他设备' })
  synced: boolean;

  @Instant(SAID)
  addedAt: string;

  @Instant({ ...SAID, nullable: true })
  usedAt: string | null;
}

@ApiSchema({ name: 'Passkeys' })
export class PasskeysDto {
  @YesNo({ ...SAID, description: '本系统以域名访问，可以使用通行密钥' })
  available: boolean;

  @ListOf(() => PasskeyDto, MOST_PASSKEYS, SAID)
  items: PasskeyDto[];
}
