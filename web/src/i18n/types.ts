import type words from './en';
import type admin from './en/admin.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof words & { admin: typeof admin };
  }
}
