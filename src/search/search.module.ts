import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { SearchController } from './search.controller.js';
import { Search } from './search.js';

/** 查找. */
@Module({ imports: [CasesModule], controllers: [SearchController], providers: [Search] })
export class SearchModule {}
