import { createTransport, type Transporter } from 'nodemailer';

/** A connection to the server of an smtp address, made when it is first used. Each of its steps ends in time. */
export const openTransport = (url: string, timeoutMs: number): Transporter =>
  createTransport({
    ...{ url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    // Texts are put together from names that people chose: none of it may name a file or an address to read.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
