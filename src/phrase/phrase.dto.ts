import { ApiSchema } from '@nestjs/swagger';
import { Id, Instant, ListOf, Text } from '../platform/http/fields.js';

/** More than anybody reads through while looking for a sentence. */
export const MOST_PHRASES = 100;

export class PhraseIdDto {
  @Id()
  id: string;
}

export class NewPhraseDto {
  @Text({ min: 1, max: 500 }, { example: '企业生产经营正常，对本次调整无意见。' })
  text: string;
}

@ApiSchema({ name: 'Phrase' })
export class PhraseDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 500 }, { checked: false })
  text: string;

  @Text({ max: 100 }, { checked: false, description: '由谁添加' })
  addedBy: string;

  @Instant({ checked: false })
  addedAt: string;
}

@ApiSchema({ name: 'Phrases' })
export class PhrasesDto {
  @ListOf(() => PhraseDto, MOST_PHRASES, { checked: false })
  items: PhraseDto[];
}
