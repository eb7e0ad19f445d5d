/// What shows who somebody is beside their password: codes of an authenticator app, and codes for when it is lost.
/// Knows accounts by their ids alone.
@NullMarked
package tingting.factor;

import org.jspecify.annotations.NullMarked;
