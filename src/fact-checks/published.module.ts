import { Module } from '@nestjs/common';
import { PublicPagesController } from './public-pages.controller.js';
import { PublishedLists } from './published-lists.js';
import { PublishedController } from './published.controller.js';

/** The public pages and feeds, for processes that answer requests. */
@Module({ controllers: [PublishedController, PublicPagesController], providers: [PublishedLists] })
export class PublishedModule {}
