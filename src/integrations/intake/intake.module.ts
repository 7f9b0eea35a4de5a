import { Module } from '@nestjs/common';
import { ArticlePreviews } from './article-previews.js';
import { PreviewResolver } from './preview.resolver.js';

@Module({ providers: [ArticlePreviews, PreviewResolver], exports: [ArticlePreviews] })
export class IntakeModule {}
