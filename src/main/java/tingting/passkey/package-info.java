/// Has devices make keys and sign with them: the ceremonies of Web Authentication (WebAuthn, Level 3). What follows
/// from them for accounts is not known here.
@NullMarked
package tingting.passkey;

import org.jspecify.annotations.NullMarked;
