import type { SessionId } from '../wire/ids.js';
import type { Device, Grant, Page } from '../wire/records.js';
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
  readonly otp?: string;
}

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

  sessions(options?: CallOptions): Promise<Page<Device>> {
    return this.#http.get('/auth/sessions', undefined, options);
  }

  revoke(session: SessionId): Promise<void> {
    return this.#http.delete(`/auth/sessions/${session}`);
  }
}
