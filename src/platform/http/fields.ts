import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCivilDay } from '../../../workflows/calendar/civil-day.js';

/**
 * The fields of request bodies and answers. Each decorator is both the check and its description in the OpenAPI document,
 * so that the two cannot differ. `nullable` fields may also be null; `optional` ones may be left out.
 */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
  /** `false` for fields of answers: nothing to check. */
  checked?: boolean;
}

type Schema = Record<string, unknown>;

export const MONEY_PATTERN = /^(0|[1-9]\d{0,13})(\.\d{1,2})?$/;
export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
/** Control characters and invisible format characters: no name and no text of an office contains them. */
const INVISIBLE = /(?![\n\r\t])[\p{Cc}\p{Cf}]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Yuan as a decimal string, up to two decimals: `"500000.00"`. Never a JSON number. */
export function Money(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', pattern: MONEY_PATTERN.source, example: '500000.00' }, [
    IsString({ message: '金额须为字符串，以元为单位，例如 "500000.00"' }),
    Matches(MONEY_PATTERN, {
      message: '金额须为非负数，不带前导零，至多两位小数，以元为单位，例如 500000.00',
    }),
  ]);
}

/** The same, and more than nothing. */
export function PositiveMoney(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Money(options),
    ...(options.checked === false
      ? []
      : [Matches(/[1-9]/, { message: '金额须大于零，以元为单位，例如 500000.00' })]),
  );
}

/** No office reckons with a day outside these years, and reckoning from one would lead out of the calendar. */
const FIRST_YEAR = '1900';
const END_YEAR = '2200';

/** A civil day that exists, `YYYY-MM-DD`, from 1900 to 2199. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'date', pattern: DAY_PATTERN.source, example: '2026-12-08' },
    [
      IsString({ message: '日期格式须为 YYYY-MM-DD' }),
      ValidateBy(
        {
          name: 'isCivilDay',
          validator: {
            validate: (value) =>
              typeof value === 'string' && isCivilDay(value) && value >= FIRST_YEAR && value < END_YEAR,
          },
        },
        { message: '日期须真实存在，格式为 YYYY-MM-DD' },
      ),
    ],
  );
}

/** A moment, RFC 3339 with `+08:00`. For answers. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time', example: '2026-11-24T09:30:00.000+08:00' }, [
    IsString(),
  ]);
}

export function Text(
  limits: { min?: number; max: number; pattern?: RegExp },
  options: FieldOptions = {},
): PropertyDecorator {
  const { min = 0, max, pattern } = limits;
  return field(
    options,
    {
      type: 'string',
      maxLength: max,
      ...(min > 0 ? { minLength: min } : {}),
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    },
    [
      IsString({ message: '须为文字' }),
      MinLength(min, { message: min === 1 ? '不能为空' : `不能少于${String(min)}个字` }),
      MaxLength(max, { message: `不能超过${String(max)}个字` }),
      ...(pattern === undefined ? [] : [Matches(pattern, { message: '格式不正确' })]),
      ValidateBy(
        {
          name: 'isVisibleText',
          validator: {
            validate: (value) =>
              typeof value === 'string' && !INVISIBLE.test(value) && !LONE_SURROGATE.test(value),
          },
        },
        { message: '含有不可见字符或控制字符，请删除后重新填写' },
      ),
    ],
  );
}

export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'uuid', pattern: UUID_PATTERN.source }, [
    Matches(UUID_PATTERN, { message: '编号格式不正确' }),
  ]);
}

export function Choice(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...choices] }, [
    IsIn([...choices], { message: `须为下列之一：${choices.join('、')}` }),
  ]);
}

export function YesNo(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'boolean' }, [IsBoolean({ message: '须为 true 或 false' })]);
}

export function Whole(
  limits: { least: number; most: number },
  options: FieldOptions = {},
): PropertyDecorator {
  const { least, most } = limits;
  const message = `须为${String(least)}至${String(most)}之间的整数`;
  return field(options, { type: 'integer', minimum: least, maximum: most }, [
    IsInt({ message }),
    Min(least, { message }),
    Max(most, { message }),
  ]);
}

type Class = new () => object;

/** One nested object of a DTO class. */
export function Nested(type: () => Class, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    property(options, {}, type),
    ...presence(options),
    ...(options.checked === false
      ? []
      : [IsObject({ message: '须为对象' }), ValidateNested({ message: '填写内容有误' }), Type(type)]),
  );
}

/** A list of DTO objects, of at most `most`. */
export function ListOf(type: () => Class, most: number, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    property(options, { isArray: true, maxItems: most }, type),
    ...presence(options),
    ...(options.checked === false
      ? []
      : [
          IsArray({ message: '须为列表' }),
          ArrayMaxSize(most, { message: `至多${String(most)}项` }),
          ValidateNested({ each: true, message: '填写内容有误' }),
          Type(type),
        ]),
  );
}

/** A list of strings out of a closed set, or of free texts when there is none. */
export function ListOfTexts(
  limits: { most: number; choices?: readonly string[]; max?: number },
  options: FieldOptions = {},
): PropertyDecorator {
  const { most, choices, max = 200 } = limits;
  const items =
    choices === undefined ? { type: 'string', maxLength: max } : { type: 'string', enum: [...choices] };
  return field(options, { type: 'array', items, maxItems: most }, [
    IsArray({ message: '须为列表' }),
    ArrayMaxSize(most, { message: `至多${String(most)}项` }),
    ...(choices === undefined
      ? [IsString({ each: true }), MaxLength(max, { each: true })]
      : [IsIn([...choices], { each: true, message: `每项须为下列之一：${choices.join('、')}` })]),
  ]);
}

/** A list of ids, of at least one. */
export function ListOfIds(most: number, options: FieldOptions = {}): PropertyDecorator {
  const items = { type: 'string', format: 'uuid', pattern: UUID_PATTERN.source };
  return field(options, { type: 'array', items, minItems: 1, maxItems: most }, [
    IsArray({ message: '须为列表' }),
    ArrayMinSize(1, { message: '至少1项' }),
    ArrayMaxSize(most, { message: `至多${String(most)}项` }),
    Matches(UUID_PATTERN, { each: true, message: '编号格式不正确' }),
  ]);
}

/** An object of texts and whole numbers by name, whose names depend on another field: judged by whoever knows them. */
export function ValuesByName(options: FieldOptions = {}): PropertyDecorator {
  const value = { oneOf: [{ type: 'string', maxLength: 500 }, { type: 'integer' }] };
  return field(options, { type: 'object', additionalProperties: value }, [IsObject({ message: '须为对象' })]);
}

/** Anything with this schema, unchecked: for answers only. */
export function Shape(schema: Schema, options: FieldOptions = {}): PropertyDecorator {
  return field({ ...options, checked: false }, schema, []);
}

function field(options: FieldOptions, schema: Schema, checks: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(
    property(options, schema),
    ...presence(options),
    ...(options.checked === false ? [] : checks),
  );
}

function presence({ optional = false, nullable = false, checked = true }: FieldOptions): PropertyDecorator[] {
  return checked && (optional || nullable) ? [IsOptional()] : [];
}

function property(
  { optional = false, nullable = false, description, example }: FieldOptions,
  schema: Schema,
  type?: () => Class,
): PropertyDecorator {
  return ApiProperty({
    required: !optional,
    // Swagger takes a function for a lazy type by its name, which is that of this very property.
    ...(type === undefined ? {} : { type: () => type() }),
    ...schema,
    // Swagger turns this into what OpenAPI 3.1 says: null as one more type. A list of types it would take for an array.
    ...(nullable ? { nullable: true } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  } as never);
}
