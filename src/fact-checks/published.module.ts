import { Module } from '@nestjs/common';
import { PublishedController } from './published.controller.js';

/** The public pages and feeds, for processes that answer requests. */
@Module({ controllers: [PublishedController] })
export class PublishedModule {}
