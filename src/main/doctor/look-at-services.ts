import type { Config } from '../../platform/config/config.js';
import { openTransport } from '../../platform/mail/open-transport.js';
import { type Finding, fault, ok, warning } from './finding.js';

const TIMEOUT_MS = 5_000;

/** Whether the server of ISNAD_MAIL_URL answers and takes the name and password in it. No mail is sent. */
export async function lookAtMail(mailUrl: string | null): Promise<Finding> {
  if (!mailUrl) {
    const advice = 'Set ISNAD_MAIL_URL: until then whoever reads the log can use the links of invitations and resets';
    return warning('mail', 'printed in the log, not sent', advice);
  }
  const server = new URL(mailUrl).host;
  const transport = openTransport(mailUrl, TIMEOUT_MS);
  try {
    await transport.verify();
    return ok('mail', `${server} takes mails`);
  } catch (error) {
    // The address may hold a password: only the host is told.
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    const why = [code, responseCode].filter(Boolean).join(' ') || 'no answer';
    return fault('mail', `${server} does not take mails (${why})`, 'Check ISNAD_MAIL_URL and the server');
  } finally {
    transport.close();
  }
}

/** Whether the provider of single sign-on answers, and is the one that it says it is. Null where there is none. */
export async function lookAtSingleSignOn(provider: Config['singleSignOn']): Promise<Finding | null> {
  if (!provider) return null;
  const issuer = provider.issuer.replace(/\/$/, '');
  const advice = 'Check ISNAD_OIDC_ISSUER; it is the address before /.well-known/openid-configuration';
  try {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      ...{ signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' },
    });
    if (!response.ok) return fault('single sign-on', `${issuer} answers with status ${response.status}`, advice);
    const told = (await response.json()) as { issuer?: unknown };
    const same = typeof told.issuer === 'string' && told.issuer.replace(/\/$/, '') === issuer;
    if (!same) return fault('single sign-on', `${issuer} calls itself ${String(told.issuer)}`, advice);
    return ok('single sign-on', issuer);
  } catch (error) {
    return fault('single sign-on', `${issuer} cannot be reached (${(error as Error).name})`, advice);
  }
}
