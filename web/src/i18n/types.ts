import type words from './en';
import type admin from './en/admin.json';
import type oauth from './en/oauth.json';
import type passkeys from './en/passkeys.json';
import type security from './en/security.json';
import type data from './en/data.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof words & {
      admin: typeof admin;
      data: typeof data;
      oauth: typeof oauth;
      passkeys: typeof passkeys;
      security: typeof security;
    };
  }
}
