// npm run self-check: writes docs/security/self-check.md from docs/security/self-check.json. A test of the house fails when the
// two differ, or when a test that is named is not there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'security');
export const DATA = join(FOLDER, 'self-check.json');
export const PAGE = join(FOLDER, 'self-check.md');
/** From the page to the root of the repository. */
const TO_ROOT = '../../';

const STATES = { tested: '已有测试', partly: '部分', notYet: '尚无' };

const HEAD = `# 安全自查表

由 \`npm run self-check\` 从 [self-check.json](self-check.json) 生成，请勿手工修改。

本表按等保三级（GB/T 22239-2019）、商用密码应用（GB/T 39786-2021）、OWASP ASVS 5.0 和 OWASP API Security Top 10 中应用系统能够满足的
要求整理，共四十八项，逐项列出证明它的测试。要求为转述，以标准原文为准；部分条款仅据公开引文整理。

**本表不是测评结论。** 等级测评和密码应用安全性评估由具备资质的机构对实际部署的系统作出；本系统只提供便于核对的依据。
“部分”“尚无”如实列出，未达到的内容写在最后一栏。
`;

/** @param {{ number: number, what: string, source: string, state: string, tests: string[], gap?: string }[]} rows */
export function pageOf(rows) {
  const counts = Object.entries(STATES).map(
    ([state, label]) => `${label} ${rows.filter((row) => row.state === state).length} 项`,
  );
  const lines = rows.map(({ number, what, source, state, tests, gap = '' }) => {
    const links = tests.map((test) => `[${test.slice('test/'.length)}](${TO_ROOT}${test})`).join('<br>');
    return `| ${number} | ${what} | ${source} | ${STATES[state]} | ${links} | ${gap} |`;
  });
  return `${HEAD}
${counts.join('，')}。

| 序号 | 要求 | 来源 | 状况 | 测试 | 尚缺 |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(PAGE, pageOf(JSON.parse(readFileSync(DATA, 'utf8'))));
}
