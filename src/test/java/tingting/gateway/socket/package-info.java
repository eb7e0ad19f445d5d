/// The native socket over loopback, on a real database.
@NullMarked
package tingting.gateway.socket;

import org.jspecify.annotations.NullMarked;
