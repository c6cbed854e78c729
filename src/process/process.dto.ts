import { PROCESS_NAMES, ROLES } from '../../workflows/process.js';
import { Choice, ListOf, ListOfTexts, Text, Whole, YesNo } from '../platform/http/fields.js';

export class ProcessStateDto {
  @Text({ max: 40 }, { checked: false, example: 'reviewing' })
  name: string;

  @Text({ max: 100 }, { checked: false, example: '同步研判' })
  label: string;

  @ListOfTexts({ most: 15, choices: ROLES }, { checked: false, description: '由哪些岗位办理' })
  waitsFor: string[];

  @Text({ max: 200 }, { checked: false, nullable: true, description: '依据' })
  clause: string | null;

  @YesNo({ checked: false, description: '终态，不再办理任何事项' })
  final: boolean;
}

export class ProcessVersionDto {
  @Choice(PROCESS_NAMES, { checked: false })
  name: string;

  @Whole({ least: 1, most: 1_000 }, { checked: false })
  version: number;

  @Text({ max: 64 }, { checked: false, description: '流程定义的 SHA-256' })
  definitionHash: string;

  @YesNo({ checked: false, description: '新事项适用的版本' })
  newest: boolean;

  @ListOf(() => ProcessStateDto, 100, { checked: false })
  states: ProcessStateDto[];
}

export class ProcessesDto {
  @ListOf(() => ProcessVersionDto, 1_000, { checked: false })
  items: ProcessVersionDto[];
}
