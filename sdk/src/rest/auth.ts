import type { SessionId } from '../wire/ids.js';
import type { Device, Grant, Page, SecondFactorSetup, SecondFactorState } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export interface Registration {
  readonly username: string;
  readonly password: string;
  readonly email?: string;
  readonly phone?: string;
  readonly display_name?: string;
}

export interface Credentials {
  /** Username, e-mail or phone. */
  readonly login: string;
  readonly password: string;
  /** A code of the second factor, or a recovery code. */
  readonly otp?: string;
  /** Opens the account again that one has closed; without it, such an account is `account_closed`. */
  readonly reopen?: boolean;
}

/** Shows within a session who one is; a session that has just begun needs neither. */
export type Proof =
  | { readonly password: string; readonly otp?: never }
  | { readonly otp: string; readonly password?: never };

/** Where a code is sent: one of the two. */
export type Contact =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

/** Signing in and out. The client wraps these; call them directly only for what it lacks. */
export class AuthApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  register(registration: Registration, options?: CallOptions): Promise<Grant> {
    return this.#http.postAnonymously('/auth/register', registration, options);
  }

  login(credentials: Credentials, options?: CallOptions): Promise<Grant> {
    return this.#http.postAnonymously('/auth/login', credentials, options);
  }

  /** Browsers send no body: the refresh token is in an HttpOnly cookie. */
  refresh(refreshToken?: string, options?: CallOptions): Promise<Grant> {
    const body = refreshToken === undefined ? undefined : { refresh_token: refreshToken };
    return this.#http.postAnonymously('/auth/refresh', body, options);
  }

  logout(options?: CallOptions): Promise<void> {
    return this.#http.post('/auth/logout', undefined, options);
  }

  changePassword(old_password: string, new_password: string): Promise<void> {
    return this.#http.post('/auth/password/change', { old_password, new_password });
  }

  /** Sends a code if there is such an account; nothing tells whether there is. */
  forgotPassword(contact: Contact): Promise<void> {
    return this.#http.postAnonymously('/auth/password/forgot', contact);
  }

  /** All sessions of the account end. A refused password spends neither the code nor a try. */
  resetPassword(contact: Contact, otp: string, new_password: string): Promise<void> {
    return this.#http.postAnonymously('/auth/password/reset', { ...contact, otp, new_password });
  }

  sessions(options?: CallOptions): Promise<Page<Device>> {
    return this.#http.get('/auth/sessions', undefined, options);
  }

  revoke(session: SessionId): Promise<void> {
    return this.#http.delete(`/auth/sessions/${session}`);
  }

  /** Signs out everywhere but here. */
  revokeOthers(): Promise<void> {
    return this.#http.delete('/auth/sessions');
  }

  secondFactor(options?: CallOptions): Promise<SecondFactorState> {
    return this.#http.get('/auth/2fa', undefined, options);
  }

  /** Nothing is asked for before `confirmSecondFactor`. */
  beginSecondFactor(proof?: Proof): Promise<SecondFactorSetup> {
    return this.#http.post('/auth/2fa/setup', proof);
  }

  /** With a code that the authenticator app shows: from now on signing in asks for one. */
  confirmSecondFactor(code: string): Promise<void> {
    return this.#http.post('/auth/2fa/confirm', { code });
  }

  removeSecondFactor(proof?: Proof): Promise<void> {
    return this.#http.delete('/auth/2fa', proof);
  }
}
