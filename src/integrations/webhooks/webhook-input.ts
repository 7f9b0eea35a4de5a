import { isIP } from 'node:net';
import { isMailLanguage } from '../../accounts/mail-texts.js';
import type { CreateWebhookInput, UpdateWebhookInput, WebhookEvent } from '../../generated/graphql.js';
import type { AllowList } from '../../platform/guarded-fetcher/allow-list.js';
import { isMetadata, isPublic, readAddress } from '../../platform/guarded-fetcher/public-address.js';
import { textFault } from '../../platform/text-fault.js';

const LONGEST_URL = 2_000;
const LONGEST_DESCRIPTION = 200;

type Input = Partial<Pick<CreateWebhookInput, 'description' | 'language'>> & Pick<UpdateWebhookInput, 'url' | 'events'>;

/** What is wrong with each field that is given. */
export function webhookFaults(
  { url, events, description, language }: Input,
  kind: string,
  allow: AllowList,
): Record<string, string> {
  const faults: Record<string, string | null> = {
    url: url === undefined ? null : url === null ? 'cannot be cleared' : urlFault(url, allow),
    events: events === undefined ? null : eventsFault(events),
    description: description == null ? null : textFault(description, LONGEST_DESCRIPTION),
    language: language == null ? null : languageFault(language, kind),
  };
  return Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * Where a name leads is looked up at each delivery, since it may change; here only what the address itself says is
 * judged.
 */
function urlFault(text: string, allow: AllowList): string | null {
  const fault = textFault(text, LONGEST_URL);
  if (fault) return fault;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return 'must be a web address';
  if (url.username || url.password) return 'must not carry a password';
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const allowed = allow.allows(host, Number(url.port || (url.protocol === 'https:' ? 443 : 80)), host);
  if (url.protocol !== 'https:' && !allowed) return 'must begin with https://';
  const ip = isIP(host) ? readAddress(host) : null;
  return ip && (isMetadata(ip) || (!isPublic(ip) && !allowed)) ? 'is not a public address' : null;
}

function eventsFault(events: readonly WebhookEvent[] | null): string | null {
  if (!events?.length) return 'must name at least one';
  if (new Set(events).size !== events.length) return 'must name each once';
  return events.includes('PING') ? 'PING is sent by pingWebhook alone' : null;
}

function languageFault(language: string, kind: string): string | null {
  if (kind !== 'CHAT') return 'is of a CHAT alone';
  return isMailLanguage(language) ? null : 'must be ar, en or fr';
}
