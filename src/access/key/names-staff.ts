import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { STAFF_SCHEMA } from './staff.js';

/**
 * Says in the OpenAPI document that a bank's system names who is behind this, beside what everybody says. The access guard takes it
 * out, so that it is no field of the DTO and a person who sends one is refused.
 */
export function NamesStaff(dto?: new () => object): MethodDecorator {
  const behind = {
    type: 'object',
    properties: { onBehalfOf: { ...STAFF_SCHEMA, description: '经办人：银行系统必填，人员不填' } },
  };
  if (dto === undefined) return ApiBody({ required: false, schema: behind });
  const schema = { allOf: [{ $ref: getSchemaPath(dto) }, behind] };
  return applyDecorators(ApiExtraModels(dto), ApiBody({ schema }));
}
