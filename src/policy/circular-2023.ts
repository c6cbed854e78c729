/**
 * 泉政办规〔2023〕1号, the municipal circular that the regime comes from. 「以上措施自公布之日起施行，有效期至2023年12月31日」: it has
 * expired and no renewal is known, so that an installation with this basis alone runs in voluntary mode (自愿报告).
 */
export const CIRCULAR_OF_2023 = {
  title: '泉州市人民政府办公室关于印发强化金融服务助力稳经济保民生十八条措施的通知',
  documentNumber: '泉政办规〔2023〕1号',
  clause: '第（十）条',
  validFrom: '2023-01-18',
  validUntil: '2023-12-31',
} as const;
