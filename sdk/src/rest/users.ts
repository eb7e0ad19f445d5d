import type { UserId } from '../wire/ids.js';
import type { Me, Page, User } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

/** Another `email` only sends a code there; null takes the address away. */
export type ProfileChange = Partial<
  Pick<Me, 'display_name' | 'email' | 'phone' | 'bio' | 'status_text' | 'avatar_url' | 'settings'>
>;

export interface UserSearch {
  readonly query?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export class UsersApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  me(options?: CallOptions): Promise<Me> {
    return this.#http.get('/users/me', undefined, options);
  }

  updateMe(change: ProfileChange): Promise<Me> {
    return this.#http.patch('/users/me', change);
  }

  /** Sends a code to a new address, or to one's own so that it counts as confirmed. */
  askForEmail(email: string): Promise<void> {
    return this.#http.post('/users/me/email', { email });
  }

  confirmEmail(email: string, otp: string): Promise<Me> {
    return this.#http.post('/users/me/email/confirm', { email, otp });
  }

  get(user: UserId, options?: CallOptions): Promise<User> {
    return this.#http.get(`/users/${user}`, undefined, options);
  }

  search(search: UserSearch, options?: CallOptions): Promise<Page<User>> {
    return this.#http.get('/users', { ...search }, options);
  }
}
