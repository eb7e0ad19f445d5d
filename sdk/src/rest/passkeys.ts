import type { PasskeyId } from '../wire/ids.js';
import type { Grant, Page, Passkey } from '../wire/records.js';
import type { Proof } from './auth.js';
import type { CallOptions, Http } from './http.js';

/** Signing in with a key that a device keeps. Making and using one is the browser's part. */
export class PasskeysApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** What the browser is asked, whoever signs in; good once. */
  beginSignIn(options?: CallOptions): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.#http.postAnonymously('/auth/passkeys/sign-in', undefined, options);
  }

  /** With what the browser answered. `invalid_credentials` whatever is wrong with it. */
  finishSignIn(credential: AuthenticationResponseJSON): Promise<Grant> {
    return this.#http.postAnonymously('/auth/passkeys/sign-in/finish', { credential });
  }

  list(options?: CallOptions): Promise<Page<Passkey>> {
    return this.#http.get('/auth/passkeys', undefined, options);
  }

  /** What the browser is asked in order to make one; good once, within this session. */
  begin(proof?: Proof): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.#http.post('/auth/passkeys/setup', proof);
  }

  /** With what the browser answered. */
  add(name: string, credential: RegistrationResponseJSON): Promise<Passkey> {
    return this.#http.post('/auth/passkeys', { name, credential });
  }

  rename(passkey: PasskeyId, name: string): Promise<void> {
    return this.#http.patch(`/auth/passkeys/${passkey}`, { name });
  }

  /** `conflict` when nothing else would open the account. */
  remove(passkey: PasskeyId, proof?: Proof): Promise<void> {
    return this.#http.delete(`/auth/passkeys/${passkey}`, proof);
  }
}
