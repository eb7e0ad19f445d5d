/// The native WebSocket contract: /ws and the socket bound to one room.
@NullMarked
package tingting.gateway.socket;

import org.jspecify.annotations.NullMarked;
