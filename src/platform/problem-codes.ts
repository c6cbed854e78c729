/**
 * Every problem the API answers with. Codes are a contract: they are added, never renamed.
 * The reasons inside `guard-failed` have codes of their own, given by the rules that refuse.
 */
export const PROBLEMS = {
  'bad-request': { status: 400, zh: '请求格式有误', en: 'The request is malformed' },
  'validation-failed': { status: 400, zh: '填写内容有误，请按提示修改', en: 'Some fields are not valid' },
  'reserved-event': { status: 400, zh: '该事件由系统产生，不能提交', en: 'This event type is reserved' },
  'idempotency-key-required': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头，请为每次提交生成一个新值',
    en: 'The Idempotency-Key header is missing',
  },
  'not-signed-in': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'login-failed': { status: 401, zh: '登录名或密码不正确', en: 'Login or password is wrong' },
  'key-refused': {
    status: 401,
    zh: '接口密钥不能使用，请核对密钥、有效期和来源地址',
    en: 'This API key is not accepted: check the key, its term and where it is used from',
  },
  'second-factor-needed': {
    status: 401,
    zh: '请输入动态口令，或用通行密钥验证',
    en: 'Enter the code of your authenticator, or show a passkey',
  },
  'step-up-needed': {
    status: 401,
    zh: '办理此事项前，请再次验证身份',
    en: 'Prove again who you are before you do this',
  },
  'password-change-needed': {
    status: 403,
    zh: '请先设置新密码',
    en: 'Choose a new password first',
  },
  'second-factor-missing': {
    status: 403,
    zh: '本岗位须双因子登录，请先绑定动态口令或添加通行密钥',
    en: 'Your post needs a second factor: set it up first',
  },
  'cross-site': { status: 403, zh: '拒绝来自其他网站的请求', en: 'Cross-site request refused' },
  forbidden: { status: 403, zh: '本岗位无权办理此事项', en: 'Your post may not do this' },
  'checker-is-filer': {
    status: 403,
    zh: '经办与复核须为不同人员，请由其他人员复核',
    en: 'Maker and checker must be different persons',
  },
  'same-person-signed': {
    status: 403,
    zh: '同一人员在一条签批链中只能办理一个环节，请由其他人员办理',
    en: 'One person holds one step of a sign-off chain',
  },
  'not-your-step': {
    status: 403,
    zh: '签批链的当前环节不在本岗位，请由对应岗位办理',
    en: 'The current step of the chain belongs to another post',
  },
  'not-your-task': {
    status: 403,
    zh: '本事项不由本岗位负责，请由负责岗位办理',
    en: 'This was given to another post',
  },
  'second-person-needed': {
    status: 403,
    zh: '此操作须由编制人以外的人员办理',
    en: 'A second person must do this',
  },
  'not-entitled': {
    status: 403,
    zh: '表决权属于基准日的成员单位',
    en: 'Whoever was a member on the record date votes, nobody else',
  },
  recused: {
    status: 403,
    zh: '须回避的单位不参加本议题的表决',
    en: 'Whoever is conflicted does not vote',
  },
  'proxy-missing': {
    status: 403,
    zh: '没有该成员单位的表决委托，请由其先登记委托',
    en: 'That member has not named you its proxy',
  },
  'member-voted-itself': {
    status: 403,
    zh: '该成员单位已自行投票，委托不再有效',
    en: 'That member has voted itself',
  },
  'not-the-member': {
    status: 403,
    zh: '本事项须由成员单位自行办理',
    en: 'The member itself must do this',
  },
  'not-presiding': {
    status: 403,
    zh: '本事项由主持单位办理，请与其联系',
    en: 'Whoever presides does this',
  },
  'not-the-chair': {
    status: 403,
    zh: '本步骤由主席单位或副主席单位办理，请与其联系',
    en: 'The chair or a vice chair does this',
  },
  'not-the-proposer': {
    status: 403,
    zh: '本步骤由发起单位办理，请与其联系',
    en: 'Whoever proposed the committee does this',
  },
  'not-the-drafter': {
    status: 403,
    zh: '债权人协议由发起单位或当选的主席单位拟定，请向其提出意见',
    en: 'The proposer or the chair-elect drafts the agreement',
  },
  'not-invited': {
    status: 403,
    zh: '本机构未在受邀债权人之列，请与发起单位联系',
    en: 'This organization was not invited',
  },
  'not-a-member': {
    status: 403,
    zh: '本步骤由成员单位办理，请先签署债权人协议',
    en: 'Members do this',
  },
  'not-a-voter': {
    status: 403,
    zh: '推举由有已确认债权的机构参加',
    en: 'Whoever has a confirmed claim elects',
  },
  'not-a-signer': {
    status: 403,
    zh: '协议由有已确认债权的机构签署',
    en: 'Whoever has a confirmed claim signs',
  },
  'not-your-loan': {
    status: 403,
    zh: '只能办理本机构的贷款，其他机构的由主席单位办理',
    en: 'That loan is another member’s',
  },
  'ballots-sealed': {
    status: 403,
    zh: '选票在表决截止前密封，任何人不得查看，请在截止后再查看',
    en: 'Ballots are sealed until the vote closes',
  },
  'not-found': { status: 404, zh: '未找到', en: 'Not found' },
  'method-not-allowed': { status: 405, zh: '不支持该请求方法', en: 'Method not allowed' },
  'event-not-accepted': {
    status: 409,
    zh: '当前状态不办理此事项',
    en: 'The present state does not take this event',
  },
  'decided-already': { status: 409, zh: '已由他人先行办理', en: 'Somebody has already done this' },
  'request-in-progress': {
    status: 409,
    zh: '同一请求正在办理，请稍后查询',
    en: 'The same request is still being processed',
  },
  'not-editable': {
    status: 409,
    zh: '当前状态下内容不可修改',
    en: 'The content cannot be changed in this state',
  },
  'malware-found': {
    status: 422,
    zh: '文件中检测到恶意代码，未保存',
    en: 'Malware was found in the file',
  },
  'not-checked': {
    status: 409,
    zh: '该附件暂不能下载',
    en: 'The file has not been found clean',
  },
  'already-exists': { status: 409, zh: '已存在相同的记录', en: 'It exists already' },
  'stale-version': {
    status: 412,
    zh: '内容已有更新，请刷新后再办理',
    en: 'It has changed since you read it: reload and try again',
  },
  'too-large': { status: 413, zh: '内容超过大小限制', en: 'Too large' },
  'unsupported-media-type': { status: 415, zh: '不支持的内容类型', en: 'Unsupported media type' },
  'digest-mismatch': {
    status: 422,
    zh: '收到的内容与声明的摘要不一致，请重新上传',
    en: 'The content does not match its digest',
  },
  'guard-failed': { status: 422, zh: '不符合办理条件，请按提示修改', en: 'The conditions are not met' },
  'idempotency-key-reused': {
    status: 422,
    zh: '该 Idempotency-Key 已用于另一请求，请更换',
    en: 'This Idempotency-Key was used for another request',
  },
  'precondition-required': {
    status: 428,
    zh: '缺少 If-Match 请求头，请先读取最新版本',
    en: 'The If-Match header is missing',
  },
  'too-many-requests': { status: 429, zh: '请求过于频繁，请稍后再试', en: 'Too many requests' },
  'internal-error': {
    status: 500,
    zh: '系统发生错误，您的内容未被改动，请稍后再试',
    en: 'Something failed; nothing was changed',
  },
  unavailable: { status: 503, zh: '系统暂时不可用，请稍后再试', en: 'Temporarily unavailable' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
