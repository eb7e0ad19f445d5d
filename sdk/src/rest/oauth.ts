import type { Grant, Page, Provider, ProviderLink } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

/** Signing in with a provider. It takes a browser, which goes there and comes back. */
export class OAuthApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** Those that are set up. */
  providers(options?: CallOptions): Promise<Page<Provider>> {
    return this.#http.get('/auth/oauth/providers', undefined, options);
  }

  /** Where the browser goes to sign in; it comes back to that page of the app, such as `/app`. */
  signInUrl(provider: string, returnTo: string): string {
    return this.#http.url(`/auth/oauth/${provider}`, { return_to: returnTo });
  }

  /** With a code of the second factor, for who is asked for one on the way back. */
  finish(otp: string): Promise<Grant> {
    return this.#http.postAnonymously('/auth/oauth/code', { otp });
  }

  /** Where the browser goes to have the provider open one's account as well. */
  link(provider: string, returnTo: string): Promise<{ readonly url: string }> {
    return this.#http.post(`/auth/oauth/${provider}/link`, { return_to: returnTo });
  }

  links(options?: CallOptions): Promise<Page<ProviderLink>> {
    return this.#http.get('/auth/oauth/links', undefined, options);
  }

  /** `conflict` when nothing else would open the account. */
  unlink(provider: string): Promise<void> {
    return this.#http.delete(`/auth/oauth/links/${provider}`);
  }
}
