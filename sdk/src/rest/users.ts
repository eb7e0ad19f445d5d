import type { UserId } from '../wire/ids.js';
import type { Me, Page, User } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

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

  get(user: UserId, options?: CallOptions): Promise<User> {
    return this.#http.get(`/users/${user}`, undefined, options);
  }

  search(search: UserSearch, options?: CallOptions): Promise<Page<User>> {
    return this.#http.get('/users', { ...search }, options);
  }
}
