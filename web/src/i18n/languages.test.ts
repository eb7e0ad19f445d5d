import { describe, expect, it } from 'vitest';
import { detectLanguage, localeOf } from './languages';

describe('language detection', () => {
  it('prefers what the user chose', () => {
    expect(detectLanguage(['en-US'], 'vi')).toBe('vi');
  });

  it('takes the first wish of the browser that we speak', () => {
    expect(detectLanguage(['fr-FR', 'vi-VN', 'en'], null)).toBe('vi');
  });

  it('falls back to English', () => {
    expect(detectLanguage(['fr-FR'], null)).toBe('en');
  });

  it('ignores a stored language that we do not speak', () => {
    expect(detectLanguage(['vi'], 'toString')).toBe('vi');
  });
});

it('dates are written as in the browser’s own variety of the language', () => {
  expect(localeOf('en', ['vi-VN', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(localeOf('vi', ['en-GB'])).toBe('vi');
});
