import { Module } from '@nestjs/common';
import { PhrasesController } from './phrases.controller.js';
import { Phrases } from './phrases.js';

/** 常用意见. */
@Module({ controllers: [PhrasesController], providers: [Phrases] })
export class PhraseModule {}
