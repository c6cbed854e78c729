import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT_ID = 'wendai';
export const CLIENT_SECRET = randomBytes(24).toString('base64url');

/** Somebody whom the provider knows. */
export interface Identity {
  subject: string;
  login: string;
  /** How it was asked (RFC 8176). */
  amr: string[];
}

/** A real OpenID provider. Whoever comes is the one that `present` names; nobody has to click. */
export class CityProvider {
  present: Identity | undefined;
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async open(redirectUri: string): Promise<CityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${String(port)}`;
    const city = new CityProvider(server, issuer);
    const known = new Map<string, Identity>();
    const provider: Provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uris: [redirectUri],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      claims: { openid: ['sub'], profile: ['preferred_username', 'amr'] },
      conformIdTokenClaims: false,
      cookies: { keys: [randomBytes(24).toString('hex')] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, subject) => ({
        accountId: subject,
        claims: async () => ({
          sub: subject,
          preferred_username: known.get(subject)?.login,
          amr: known.get(subject)?.amr,
        }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new provider.Grant({
          clientId: CLIENT_ID,
          accountId: oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/interaction/') !== true) {
        void answer(request, response);
        return;
      }
      const { present } = city;
      if (present !== undefined) known.set(present.subject, present);
      const result =
        present === undefined
          ? { error: 'access_denied', error_description: 'Nobody is there.' }
          : { login: { accountId: present.subject, amr: present.amr, remember: false } };
      void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    });
    return city;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
