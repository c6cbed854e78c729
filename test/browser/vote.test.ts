import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, cityMovesTo, everybodyLeaves, TODAY } from '../support/at-console.js';
import { act, aProposedCommittee, delegateOf, idOf, seen, sign } from '../support/committees.js';
import { aNoticedItem, ORDINARY, vote } from '../support/resolutions.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

describe('银保监办发〔2016〕196号: lenders found a committee and decide together', () => {
  it('is founded by declared claims, an election and signatures, and counts a vote after its close', async () => {
    const committee = await aProposedCommittee();
    const proposer = await atConsole('jinli.delegate', committee.path);
    await proposer.looksAt('committee-proposed');
    await proposer.acts('邀请债权人');
    await proposer.acts('登记债权', async () => {
      const dialog = proposer.page.getByRole('dialog');
      for (const [name, amount] of [
        ['本金余额（元）', '8000000'],
        ['保证金（元）', '0'],
        ['存单质押（元）', '0'],
      ] as const) {
        await dialog.getByLabel(name).fill(amount);
      }
      await proposer.choose('债权类型', '贷款');
      await dialog.locator('textarea').fill('借款合同〔2026〕12号');
      await proposer.answers('是否愿意担任主席单位', '是');
      await proposer.looksAt('declare-claim');
    });
    for (const bank of ['citong', 'haisi']) {
      const claim = { principal: '6000000.00', pledgedMargin: '0.00', deposits: '0.00', basis: 'loan' };
      await act(committee, delegateOf(bank), 'DECLARE_CLAIM', { ...claim, documents: ['借款合同'] });
    }
    await proposer.go(committee.path);
    await proposer.acts('确认债权（基准日）', async () => {
      await proposer.field('基准日').fill(TODAY);
      await proposer.page.keyboard.press('Tab');
    });
    const chair = await idOf('jinli');
    for (const bank of committee.banks) {
      if ((await seen(committee)).state === 'electing') {
        await act(committee, delegateOf(bank), 'ELECT', { chair });
      }
    }
    for (const bank of committee.banks) await sign(committee, bank);
    await proposer.go(committee.path);
    await proposer.page.getByText('运行中').first().waitFor();
    await proposer.looksAt('committee-active');

    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await cityMovesTo('2026-09-22T10:00:00+08:00');
    await vote(item, 'citong');
    const voter = await atConsole('jinli.delegate', item.path);
    await voter.page.getByText('投票情况').waitFor();
    await voter.page.getByText('同意', { exact: true }).click();
    await voter.looksAt('vote');
    await voter.page.getByRole('button', { name: '密封投票' }).click();
    await voter.page.getByText('已投：同意。截止前可更改。').waitFor();

    await cityMovesTo('2026-10-30T10:00:00+08:00');
    const after = await atConsole('haisi.delegate', item.path);
    await after.page.getByText('通过（成员单位之间的约定）').waitFor();
    expect(await after.page.getByRole('row', { name: /海丝银行/ }).innerText()).toContain('未投票');
    await after.looksAt('vote-counted');
  });
});
