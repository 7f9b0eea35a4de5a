/** What the sign-in routes answer: `code` names a failure, `wait` is in seconds. */
export interface SignInAnswer {
  readonly ok: boolean;
  readonly code: string | null;
  readonly wait: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Asks one of the service's sign-in routes; the session itself is a cookie that no script sees. Never throws. */
export async function askSignIn(path: string, body?: object): Promise<SignInAnswer> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      credentials: 'same-origin',
    });
    const data = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
    const wait = Number(response.headers.get('retry-after')) || null;
    return { ok: response.ok, code: response.ok ? null : String(data.code ?? 'UNKNOWN'), wait, data };
  } catch {
    return { ok: false, code: 'UNREACHABLE', wait: null, data: {} };
  }
}
