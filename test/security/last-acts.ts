import { Secret, TOTP } from 'otpauth';
import { lend } from '../access/lending.js';
import { Authenticator } from '../access/passkey/authenticator.js';
import { Client, PASSWORD } from '../support/client.js';
import { query } from '../support/database.js';
import { expecting, person } from '../support/filings.js';

/** Once each, and last: what the rights leave untried, since it would change what they are asked about. */
export async function lastActs(today: string, firm: string): Promise<void> {
  await ofAccounts(today);
  const system = await person('system.admin');
  const [policy] = (await system.get('/policies')).body.items;
  expecting(
    201,
    await system.post('/policies', { validFrom: today, clause: '本市工作规则', values: policy.values }),
  );
  const basis = {
    title: '工作规则',
    documentNumber: '泉政办规〔2026〕9号',
    clause: '第三条',
    validFrom: '2026-07-01',
  };
  expecting(201, await system.post('/policy-bases', basis));
  const holidays = [
    ['01-01', '01-03'],
    ['05-01', '05-05'],
    ['10-01', '10-07'],
  ];
  const off = holidays.map(([from, to]) => ({ from: `2027-${from}`, to: `2027-${to}` }));
  const year = { notice: '国办发明电〔2026〕0号', off, working: [] };
  expecting(200, await system.put('/calendars/2027', year));
  const reviewer = await person('finance.reviewer');
  const court = { court: '泉州市中级人民法院', documentNumber: '（2026）闽05破申1号', acceptedOn: today };
  expecting(200, await reviewer.post(`/firms/${firm}/court-acceptance`, court));
  expecting(200, await reviewer.post(`/firms/${firm}/court-outcome`, { outcome: 'closed', on: today }));
}

async function ofAccounts(today: string): Promise<void> {
  expecting(201, await lend('quanshan.maker', 'bank.maker', 'quanshan.checker'));
  const admin = await person('quanshan.admin');
  const chain = { act: 'file', lane: 'any', posts: ['bank.maker', 'bank.checker'], reason: '明确签署环节' };
  const { body } = expecting(200, await admin.put('/sign-off-chains', chain));
  expecting(200, await admin.post(`/sign-off-chains/${body.id}/withdraw`));
  const changing = new Client('haisi.maker');
  expecting(201, await changing.post('/session/step-up', { password: PASSWORD }));
  const options = expecting(201, await changing.post('/session/passkeys/options')).body;
  const made = new Authenticator('http://console.test').make(options, '密钥');
  const passkey = expecting(201, await changing.post('/session/passkeys', made)).body;
  expecting(204, await changing.delete(`/session/passkeys/${passkey.id}`));
  const { secret } = expecting(201, await changing.post('/session/second-factor')).body;
  const timestamp = Date.parse(`${today}T09:30:00+08:00`);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  expecting(204, await changing.put('/session/second-factor', { code }));
  expecting(
    204,
    await changing.put('/session/password', {
      current: PASSWORD,
      password: '东西塔下有两棵老榕树，一九八七年栽',
    }),
  );
}

/** A firm about which there is no case. */
export async function aFirmAlone(): Promise<string> {
  const [firm] = await query<{ id: string }>(
    'admin',
    'select id from firm f where not exists (select from process_case c where c.firm = f.id) limit 1',
  );
  return firm?.id ?? '';
}
