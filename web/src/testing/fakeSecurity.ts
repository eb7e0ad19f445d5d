import {
  ProblemError,
  type Device,
  type Proof,
  type SecondFactorSetup,
  type SecondFactorState,
  type SessionId,
} from '@tingting/sdk';
import { right } from './fakeCalls';

/** The one password that is right everywhere. */
export const rightPassword = 'rừng tre xanh';

export const recoveryCodes = ['abcde-23456', 'fghij-34567', 'kmnpq-45678', 'rstuv-56789'];

/** The calls about devices and the second factor, and what they change. */
export function fakeSecurity() {
  let state: SecondFactorState = { enabled: false, recovery_codes_left: 0 };
  let devices = sampleDevices();
  return {
    secondFactor: () => Promise.resolve(state),
    async beginSecondFactor(proof?: Proof): Promise<SecondFactorSetup> {
      await proven(proof);
      return {
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        otpauth_url:
          'otpauth://totp/Ting%20Ting:an?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Ting%20Ting',
        recovery_codes: recoveryCodes,
      };
    },
    async confirmSecondFactor(code: string) {
      await right(code, 'code');
      state = { enabled: true, recovery_codes_left: recoveryCodes.length };
    },
    async removeSecondFactor(proof?: Proof) {
      await proven(proof);
      state = { enabled: false, recovery_codes_left: 0 };
    },
    sessions: () => Promise.resolve({ items: devices, next_cursor: null }),
    revoke(session: SessionId) {
      devices = devices.filter(({ session_id }) => session_id !== session);
      return Promise.resolve();
    },
    revokeOthers() {
      devices = devices.filter(({ current }) => current);
      return Promise.resolve();
    },
  };
}

const proven = (proof?: Proof) =>
  proof === undefined || proof.password === rightPassword || proof.otp === '123456'
    ? Promise.resolve()
    : Promise.reject(
        new ProblemError({ code: 'invalid_credentials', detail: '', retryable: false }),
      );

function sampleDevices(): Device[] {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const device = (id: string, told: Partial<Device>): Device => ({
    session_id: id as SessionId,
    current: false,
    user_agent: '',
    browser: null,
    system: null,
    address: '203.0.113.7',
    created_at: minutesAgo(5000),
    last_used_at: minutesAgo(5),
    ...told,
  });
  return [
    device('s-phone', { browser: 'Chrome', system: 'Android' }),
    device('s-here', { current: true, browser: 'Firefox', system: 'Linux', address: '::1' }),
    device('s-bot', { user_agent: 'curl/8.14.1', last_used_at: minutesAgo(3000) }),
  ];
}
