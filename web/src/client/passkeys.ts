import type { Proof } from '@tingting/sdk';

/**
 * Whether this browser can make and use passkeys on this page. Its own functions read and write
 * JSON everywhere since 2025, so no library is needed; a site without a name has no passkeys.
 */
export const passkeysWork = () =>
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|:/.test(location.hostname);

/** Whether the browser offers passkeys among the names that it fills in. */
export const passkeysAreOffered = async () =>
  passkeysWork() && (await PublicKeyCredential.isConditionalMediationAvailable());

/** Has this device, or one beside it, make a passkey. */
export async function makePasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = asPasskey(await navigator.credentials.create({ publicKey }));
  return made.toJSON() as RegistrationResponseJSON;
}

/** Has somebody choose one of their passkeys and sign in with it. */
export async function signWithPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
  how: Pick<CredentialRequestOptions, 'mediation' | 'signal'>,
): Promise<AuthenticationResponseJSON> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const signed = asPasskey(await navigator.credentials.get({ ...how, publicKey }));
  return signed.toJSON() as AuthenticationResponseJSON;
}

function asPasskey(credential: Credential | null): PublicKeyCredential {
  if (credential instanceof PublicKeyCredential) return credential;
  throw new Error('The browser answered with another kind of credential');
}

/** Whether somebody said no, or took too long: browsers tell no difference. */
export const wasCancelled = (error: unknown) =>
  error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name);

/** Whether the device has a passkey for this account. */
export const isKnownHere = (error: unknown) =>
  error instanceof DOMException && error.name === 'InvalidStateError';

/** A password, where there is one to show. */
export const proofOf = (password: string): Proof | undefined =>
  password === '' ? undefined : { password };
