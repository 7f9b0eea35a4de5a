/**
 * The API key with which somebody signed in, for as long as this tab lives. Null with a session cookie, which the browser
 * sends by itself and no script can read.
 */
const NAME = 'isnad.api-key';

export const credentials = {
  apiKey(): string | null {
    try {
      return sessionStorage.getItem(NAME);
    } catch {
      return null;
    }
  },
  keep(apiKey: string): void {
    sessionStorage.setItem(NAME, apiKey);
  },
  forget(): void {
    sessionStorage.removeItem(NAME);
  },
  /** Headers of a request to this service. */
  headers(): Record<string, string> {
    const key = this.apiKey();
    return key ? { authorization: `Bearer ${key}` } : {};
  },
};
