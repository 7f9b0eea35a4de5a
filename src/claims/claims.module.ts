import { Module } from '@nestjs/common';
import { ArticleSubjectsResolver, ClaimResolver, QuoteResolver } from './claims.resolver.js';

@Module({ providers: [QuoteResolver, ClaimResolver, ArticleSubjectsResolver] })
export class ClaimsModule {}
