/// What the tests share: a database, a server, a client, a clock.
@NullMarked
package tingting.testing;

import org.jspecify.annotations.NullMarked;
