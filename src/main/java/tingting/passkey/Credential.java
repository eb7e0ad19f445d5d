package tingting.passkey;

/// What a server keeps of a passkey (WebAuthn, section 4, "credential record"). None of it is secret.
///
/// @param id what the device calls it
/// @param attested the attested credential data (section 6.5.1), with the public key
/// @param signCount how often the device has signed, as it says; 0 where it does not count
/// @param backupEligible whether it may be copied to other devices, which never changes
public record Credential(byte[] id, byte[] attested, long signCount, boolean backupEligible) {}
