import { ApiSchema } from '@nestjs/swagger';
import { Day, Id, Instant, ListOf, Nested, Text, Whole, YesNo } from '../../platform/http/fields.js';
import { PolicyReferenceDto } from '../view/filing-state.dto.js';

const SAID = { checked: false } as const;

@ApiSchema({ name: 'ReceiptDeadline' })
export class ReceiptDeadlineDto {
  @Text({ max: 40 }, { ...SAID, example: 'acknowledge' })
  name: string;

  @Text({ max: 40 }, { ...SAID, example: '签收' })
  label: string;

  @Day(SAID)
  dueOn: string;
}

@ApiSchema({ name: 'ReceiptProcess' })
export class ReceiptProcessDto {
  @Text({ max: 40 }, { ...SAID, example: 'filing' })
  name: string;

  @Whole({ least: 1, most: 1_000 }, SAID)
  version: number;
}

@ApiSchema({ name: 'ReceiptPromise' })
export class PromiseDto {
  @Text({ max: 2_000 }, { ...SAID, description: '被签名的文字，按 UTF-8 逐字节验证' })
  text: string;

  @Text({ max: 100 }, { ...SAID, description: 'Ed25519 签名，base64' })
  signature: string;

  @Text({ max: 100 }, { ...SAID, description: '签名密钥', example: 'wendai-350500+1f2e3d4c' })
  keyId: string;
}

/** 回执: that the report arrived, when it counts, and from which day on the bank is free to act. */
@ApiSchema({ name: 'Receipt' })
export class ReceiptDto {
  @Text({ max: 60 }, { ...SAID, example: '泉贷报〔2026〕晋鲤12号' })
  number: string;

  @Text({ max: 60 }, { ...SAID, example: 'QZ-2026-JINLI-12' })
  machineNumber: string;

  @Whole({ least: 1, most: 10_000 }, { ...SAID, description: '修订版次' })
  revision: number;

  @Text({ max: 10 }, { ...SAID, description: '提前报告；没有生效依据时为自愿报告', example: '提前报告' })
  title: string;

  @Instant({ ...SAID, description: '收到时刻' })
  receivedAt: string;

  @Day({ ...SAID, description: '收到日：办公时间之后或非工作日收到的，计入下一工作日' })
  receivedOn: string;

  @Day({ ...SAID, nullable: true, description: '银行日期：自该日起由银行自主决定；已实施的事项没有' })
  bankDate: string | null;

  @ListOf(() => ReceiptDeadlineDto, 10, SAID)
  deadlines: ReceiptDeadlineDto[];

  @YesNo({ ...SAID, description: '所涉年度放假安排尚未公布，日期为暂算' })
  provisional: boolean;

  @Text({ max: 64 }, { ...SAID, description: '报送内容的 SHA-256' })
  contentHash: string;

  @Nested(() => PolicyReferenceDto, SAID)
  policy: PolicyReferenceDto;

  @Nested(() => ReceiptProcessDto, SAID)
  process: ReceiptProcessDto;

  @Id({
    ...SAID,
    description: '日志条目；其在签名日志中的证明见 GET /audit/proof/{entry}，报送银行自次日起可取',
  })
  entry: string;

  @Nested(() => PromiseDto, SAID)
  promise: PromiseDto;
}
