/// What nodes tell each other: the bus. In this process, or over Redis.
@NullMarked
package tingting.cluster;

import org.jspecify.annotations.NullMarked;
