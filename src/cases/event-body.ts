import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { STAFF_SCHEMA } from '../access/key/staff.js';
import { Choice, UUID_PATTERN } from '../platform/http/fields.js';

/** What every event body has: its type, and for whom a delegate acts when it could act for several. */
export abstract class EventBody {
  abstract type: string;

  @OnBehalfOf()
  onBehalfOf?: string;
}

/** The one type that a body class stands for. */
export function TypeOf(type: string): PropertyDecorator {
  return Choice([type], { example: type });
}

/** Of people the id of a delegator. A bank's system names a person, whom the access guard has taken out before this is judged. */
function OnBehalfOf(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      required: false,
      description: '人员：代办时的委托人（仅受多人委托时须填）。银行系统：经办人，必填',
      oneOf: [{ type: 'string', format: 'uuid', pattern: UUID_PATTERN.source }, STAFF_SCHEMA],
    }),
    IsOptional(),
    Matches(UUID_PATTERN, { message: '编号格式不正确' }),
  );
}

/** The body of each event that people and banks' systems send: one class, one schema, one example a type. */
export type EventBodies<Type extends string = string> = Readonly<
  Record<Type, { body: new () => EventBody; example: object }>
>;
