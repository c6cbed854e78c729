import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import { HeldPostIdDto, HeldPostsDto, PostQueryDto } from './post.dto.js';
import { Posts } from './posts.js';

@ApiTags('access')
@Controller('posts')
export class PostsController {
  constructor(private readonly posts: Posts) {}

  /** 现任及将任的岗位：银行管理员看本行，运行管理单位看全部 */
  @Get()
  @Answers({ status: 200, type: HeldPostsDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  list(@CurrentActor() actor: Actor, @Query() query: PostQueryDto): Promise<HeldPostsDto> {
    return this.posts.list(actor, query);
  }

  /** 权限复核：确认该岗位仍属必要。不再必要的，提出撤销 */
  @Post(':id/review')
  @HttpCode(204)
  @Answers({
    status: 204,
    problems: [
      'not-signed-in',
      'step-up-needed',
      'forbidden',
      'second-person-needed',
      'not-found',
      'validation-failed',
      'cross-site',
    ],
  })
  review(@CurrentActor() actor: Actor, @Param() { id }: HeldPostIdDto): Promise<void> {
    return this.posts.review(actor, id);
  }
}
