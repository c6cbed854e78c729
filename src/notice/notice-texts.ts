import type { AccountNotice } from '../access/account-notices.js';
import { COMMITTEE_TEXTS } from './committee-texts.js';
import { COORDINATION_TEXTS } from './coordination-texts.js';
import { DEADLINE_TEXTS } from './deadline-texts.js';
import { FILING_TEXTS } from './filing-texts.js';
import { INQUIRY_TEXTS } from './inquiry-texts.js';
import { factsIn, type NoticeText } from './notice-text.js';
import { RESOLUTION_TEXTS } from './resolution-texts.js';
import { SUPPORT_TEXTS } from './support-texts.js';

/** Every notice that a process or a ladder of deadlines can send, by the id of its template. */
export const NOTICE_TEXTS: Readonly<Record<string, NoticeText>> = {
  ...FILING_TEXTS,
  ...COORDINATION_TEXTS,
  ...SUPPORT_TEXTS,
  ...COMMITTEE_TEXTS,
  ...RESOLUTION_TEXTS,
  ...INQUIRY_TEXTS,
  ...DEADLINE_TEXTS,
};

const NOT_ME = '如非本人办理，请立即联系管理员。';

/** What concerns no case. */
const OTHER_TEXTS: Readonly<Record<string, NoticeText>> = {
  soleAdministrator: {
    title: '本行仅有一名在岗管理员',
    text: () => '本行仅有一名在岗管理员，其不在岗时无人能办理授权与密码重置，请提请安全管理员再设一名。',
  },
  correctionAsked: {
    title: '有人员请求更正个人信息',
    text: () => '有人员请求更正其个人信息，请登录系统，在“岗位与授权”中查看并答复。',
  },
  webhookPaused: {
    title: '推送地址已暂停',
    text: () => '本行的一个推送地址未能送达，已暂停推送。请登录系统，在“推送地址”中查看原因，排除后恢复。',
  },
  logDiffers: {
    title: '审计日志与存证不一致',
    text: () =>
      '核验发现审计日志与签名存证不一致，请登录系统，在“核验日志”中查看具体条目，并保全数据库现场。',
  },
  rightsDiffer: {
    title: '授权数据与登记不一致',
    text: () =>
      '检查发现账号、岗位或密钥等授权数据未经系统而被改动，请登录系统，在“核验日志”中查看具体记录，并及时核实。',
  },
};
/** Of the own account: told to its person alone, who knows whether it was their doing. */
const ACCOUNT_TEXTS: Readonly<Record<AccountNotice, NoticeText>> = {
  passwordChanged: {
    title: '密码已修改',
    text: () => `您的密码已修改，其他会话已退出。${NOT_ME}`,
  },
  passwordReset: {
    title: '密码已重置',
    text: () => `管理员已重置您的密码，初始密码由其当面告知。${NOT_ME}`,
  },
  secondFactorSet: {
    title: '已绑定动态口令',
    text: () => `您的账号已绑定动态口令，下次登录起使用。${NOT_ME}`,
  },
  secondFactorRemoved: {
    title: '已解除双因子',
    text: () => `管理员已解除您的动态口令和通行密钥，请在下次登录时重新设置。${NOT_ME}`,
  },
  passkeyAdded: {
    title: '已添加通行密钥',
    text: () => `您的账号已添加一个通行密钥，可在“账号与安全”中查看。${NOT_ME}`,
  },
  passkeyRemoved: {
    title: '已删除通行密钥',
    text: () => `您的账号已删除一个通行密钥，可在“账号与安全”中查看。${NOT_ME}`,
  },
  emailChanged: {
    title: '接收通知的邮箱已更正',
    text: () => `您接收通知的邮箱已更正，可在“账号与安全”中查看。${NOT_ME}`,
  },
  correctionAnswered: {
    title: '更正请求已答复',
    text: () => '管理员已答复您的更正请求，请登录系统，在“账号与安全”中查看。',
  },
};
const TEXTS: Readonly<Record<string, NoticeText>> = { ...NOTICE_TEXTS, ...OTHER_TEXTS, ...ACCOUNT_TEXTS };

/** While nodes are being upgraded, an older one may meet a template of a newer one: the case itself says what is new. */
const UNKNOWN: NoticeText = {
  title: '事项有更新',
  text: ({ report }) => `${report}有更新，请登录系统查看。`,
};

/** Title and text of one notice; the title names the report as soon as it has a number. */
export function wordsOf(
  template: string,
  data: Readonly<Record<string, unknown>>,
): { title: string; text: string } {
  const words = (Object.hasOwn(TEXTS, template) ? TEXTS[template] : undefined) ?? UNKNOWN;
  const facts = factsIn(data);
  return {
    title: facts.number === null ? words.title : `${words.title}：${facts.number}`,
    text: words.text(facts),
  };
}
