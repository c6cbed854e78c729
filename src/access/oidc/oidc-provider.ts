import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { CONFIG, type Config, type OidcConfig } from '../../platform/config.js';
import { FieldCipher } from '../../platform/field-cipher.js';
import { LOGGER } from '../../platform/logger-token.js';
import type { Logger } from '../../platform/logging.js';
import { Problem } from '../../platform/problem.js';

/** What a sign-in that is under way must prove when it comes back. Kept sealed in the browser that began it. */
interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider has vouched for. */
export interface Vouched {
  subject: string;
  /** As the provider writes it. */
  login: string;
  /** It says that more than a password was asked for (RFC 8176). */
  hasSecondFactor: boolean;
}

const FLOW = 'oidc flow';
const SCOPE = 'openid profile';
/** Authentication methods of RFC 8176 that are no password. */
const STRONG = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'pop']);

/** The OpenID provider of the city, by authorization code with PKCE (RFC 7636), state and nonce. */
@Injectable()
export class OidcProvider {
  private readonly settings: OidcConfig | undefined;
  private readonly callback: string;
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(CONFIG) { oidc: settings, publicUrl }: Config,
    private readonly cipher: FieldCipher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.settings = settings;
    this.callback = `${publicUrl}/api/v1/session/oidc/callback`;
  }

  get name(): string | undefined {
    return this.settings?.name;
  }

  /** Where to send the browser, and what it must bring back. @throws {Problem} not-found when there is no provider; unavailable */
  async begin(): Promise<{ url: string; flow: string }> {
    const configuration = await this.configuration();
    const flow: Flow = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback,
      scope: SCOPE,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, flow: this.cipher.seal(JSON.stringify(flow), FLOW) };
  }

  /** Undefined when what came back was not begun in this browser, or does not hold. @throws {Problem} not-found, unavailable */
  async finish(query: string, sealed: string | undefined): Promise<Vouched | undefined> {
    const configuration = await this.configuration();
    const flow = this.flowIn(sealed);
    if (flow === undefined || this.settings === undefined) return undefined;
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.callback}${query}`), {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const login = claims?.[this.settings.loginClaim];
      if (claims === undefined || typeof login !== 'string') return undefined;
      const { sub, amr } = claims;
      const hasSecondFactor = Array.isArray(amr) && amr.some((method) => STRONG.has(String(method)));
      return { subject: sub, login, hasSecondFactor };
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw this.away(error);
    }
  }

  private flowIn(sealed: string | undefined): Flow | undefined {
    if (sealed === undefined) return undefined;
    try {
      return JSON.parse(this.cipher.open(sealed, FLOW)) as Flow;
    } catch {
      return undefined;
    }
  }

  private async configuration(): Promise<oidc.Configuration> {
    const { settings } = this;
    if (settings === undefined) throw new Problem('not-found');
    this.discovered ??= discover(settings);
    try {
      return await this.discovered;
    } catch (error) {
      // It may be there the next time.
      this.discovered = undefined;
      throw this.away(error);
    }
  }

  private away(error: unknown): Problem {
    this.logger.warn({ err: error }, 'the provider of identities could not be asked');
    return new Problem('unavailable');
  }
}

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  // The configuration has refused plain HTTP in production.
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(address, clientId, undefined, oidc.ClientSecretPost(clientSecret), { execute });
}

/** The provider, or what it sent, does not hold; as opposed to a provider that is away. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ResponseBodyError ||
    error instanceof oidc.ClientError
  );
}
