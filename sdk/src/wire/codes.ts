/** Stable error codes, the same on REST and on the socket. */
export const errorCodes = [
  'invalid_request',
  'invalid_credentials',
  'otp_required',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unsupported_media',
  'blocked',
  'account_closed',
  'muted',
  'rate_limited',
  'busy',
  'insufficient_storage',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Close codes of the socket, RFC 6455 section 7.4 and the contract's own. */
export const CloseCode = {
  normal: 1000,
  abnormal: 1006,
  tooBig: 1009,
  internal: 1011,
  restart: 1012,
  badFrame: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  noAuthInTime: 4408,
  tooManyConnections: 4409,
  flooding: 4429,
  overload: 4503,
} as const;

export type AfterClose = 'refresh' | 'stop' | 'reconnect';

/**
 * What a close means for the session. 4401 is refreshed once, and only a refused refresh ends the
 * session; the other codes of 4400–4409 end it. Everything else, also codes this client has never
 * heard of, is a lost connection.
 */
export function afterClose(code: number): AfterClose {
  if (code === CloseCode.unauthenticated) return 'refresh';
  if (code >= 4400 && code <= 4409) return 'stop';
  return 'reconnect';
}
