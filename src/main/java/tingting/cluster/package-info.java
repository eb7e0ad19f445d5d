/// What nodes tell each other and remember together: the bus and the cache. In this process, or over Redis.
@NullMarked
package tingting.cluster;

import org.jspecify.annotations.NullMarked;
