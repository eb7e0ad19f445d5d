/// What the server is told, and what it keeps for itself.
@NullMarked
package tingting.config;

import org.jspecify.annotations.NullMarked;
