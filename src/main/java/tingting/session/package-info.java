/// Signed-in devices: access and refresh tokens, their rotation and revocation.
@NullMarked
package tingting.session;

import org.jspecify.annotations.NullMarked;
