/**
 * The origins whose pages may use a session cookie: the public URL's, and where that is a loopback address every name of
 * it, since people type localhost as well as 127.0.0.1.
 */
export function ownOrigins(publicUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  if (!loopback.includes(hostname)) return [origin];
  return [...new Set([origin, ...loopback.map((host) => new URL(`${protocol}//${host}:${port}`).origin)])];
}
