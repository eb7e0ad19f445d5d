/// The load generator behind `tingting bench`: brings people, has them chat, and measures the server from outside and
/// by its process.
@NullMarked
package tingting.bench;

import org.jspecify.annotations.NullMarked;
