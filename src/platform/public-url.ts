import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, type Config } from './config/config.js';

/** The address under which the public reaches this service, without a slash at its end. */
@Injectable()
export class PublicUrl {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
  ) {}

  /** ISNAD_PUBLIC_URL, or the address that this process listens on: never what a request's Host header says. */
  get base(): string {
    const { publicUrl, host, port } = this.config;
    if (publicUrl !== null) return publicUrl;
    const server = this.adapter.httpAdapter?.getHttpServer() as { address?(): unknown } | undefined;
    const bound = server?.address?.() as { port?: number } | null | undefined;
    return `http://${host.includes(':') ? `[${host}]` : host}:${bound?.port ?? port}`;
  }
}
