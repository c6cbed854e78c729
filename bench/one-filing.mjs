import { demoReport } from '../dist/src/demo/demo-report.js';
import { startServer } from '../dist/src/server.js';
import { PASSWORD } from './password.mjs';

/** One filing through the API, up to the point where only the industry bureau's opinion is missing. */
export async function fileOneFiling(config, admin) {
  const server = await startServer(config);
  try {
    const api = (login) => signedIn(server.url, login);
    const maker = await api('jinli.maker');
    const checker = await api('jinli.checker');
    const finance = await api('finance.reviewer');
    const { rows } = await admin.query(
      'select credit_code, name, county from firm f where not exists (select from firm_listing l where l.firm = f.id) order by name limit 1',
    );
    const [{ credit_code: creditCode, name, county }] = rows;
    const report = demoReport({
      firm: { creditCode, name, county },
      lent: { limit: 300, balance: 300 },
      kind: 'squeeze',
      amount: 70,
      plannedDate: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
      turn: 0,
    });
    const draft = await maker('POST', '/filings', report);
    const path = `/filings/${draft.body.id}`;
    await sent(maker, path, 'SEND_TO_CHECK');
    await sent(checker, path, 'FILE');
    await sent(finance, path, 'ACKNOWLEDGE');
    await sent(finance, path, 'OPINE', { position: 'noObjection', text: '无不同意见。' });
    return { id: draft.body.id };
  } finally {
    await server.close();
  }
}

async function sent(api, path, type, payload = {}) {
  const { headers } = await api('GET', path);
  return api('POST', `${path}/events`, { type, ...payload }, { 'if-match': headers.get('etag') });
}

async function signedIn(url, login) {
  const session = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0];
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const parsed = await answer.json();
    if (!answer.ok)
      throw new Error(`${method} ${path} as ${login}: ${answer.status} ${JSON.stringify(parsed)}`);
    return { body: parsed, headers: answer.headers };
  };
}
