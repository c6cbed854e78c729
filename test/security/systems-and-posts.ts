import { randomUUID } from 'node:crypto';
import { organizationOf, postOf, propose, TODAY } from '../access/grant/a-grant.js';
import { aKey } from '../access/key/bank-system.js';
import { expecting, person } from '../support/filings.js';
import { type Holding, MISSING, type Things } from './who.js';

/** What the administrators of two banks keep: keys, webhooks, posts and what they propose about them. */
export async function systemsAndPosts(): Promise<Things> {
  const keys = { own: (await aKey('jinli', 'send')).id, foreign: (await aKey('citong', 'send')).id };
  const posts = { own: await postOf('jinli.checker2'), foreign: await postOf('quanshan.checker') };
  const webhooks = {
    own: await aPausedWebhook('jinli'),
    reviewed: await aPausedWebhook('jinli'),
    foreign: await aPausedWebhook('citong'),
  };
  const grants = {
    own: await aProposal('jinli', 'one'),
    reviewed: await aProposal('jinli', 'two'),
    foreign: await aProposal('citong', 'one'),
  };
  const changes = { own: await aNewBranch('own'), reviewed: await aNewBranch('reviewed') };
  const chains = { own: await aChain('jinli'), foreign: await aChain('citong') };
  return {
    'api-keys id': heldIn(keys),
    'webhooks id': heldIn(webhooks),
    'webhooks delivery': () => MISSING,
    'posts id': heldIn(posts),
    'grants id': heldIn(grants),
    'sign-off-chains id': heldIn(chains),
    'organization-changes id': heldIn(changes),
  };
}

function heldIn(things: Partial<Record<Holding, string>>): Things[string] {
  return (holding) => things[holding] ?? MISSING;
}

/** It is told of nothing: nobody listens there. */
export async function aPausedWebhook(bank: string): Promise<string> {
  const admin = await person(`${bank}.admin`);
  const { body } = expecting(
    201,
    await admin.post('/webhooks', { url: `http://127.0.0.2:9/${randomUUID()}` }),
  );
  expecting(200, await admin.post(`/webhooks/${body.id}/pause`));
  return body.id;
}

async function aChain(bank: string): Promise<string> {
  const posts = ['bank.maker', 'bank.checker'];
  const said = { act: 'file', lane: 'any', posts, reason: '明确签署环节' };
  return expecting(200, await (await person(`${bank}.admin`)).put('/sign-off-chains', said)).body.id;
}

async function aNewBranch(key: string): Promise<string> {
  const said = { change: 'addUnit', organization: await organizationOf('quanshan'), key, name: '石狮支行' };
  const security = await person('security.admin');
  return expecting(201, await security.post('/organization-changes', { ...said, reason: '新设支行' })).body
    .id;
}

async function aProposal(bank: string, name: string): Promise<string> {
  const newPerson = { login: `${bank}.${name}`, name: '吴雅婷', organization: await organizationOf(bank) };
  const said = { newPerson, role: 'bank.maker', validFrom: TODAY };
  return expecting(201, await propose(`${bank}.admin`, said)).body.id;
}
