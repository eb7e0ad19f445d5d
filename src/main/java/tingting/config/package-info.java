/// Settings: their names, types, defaults and the reference text made of them.
@NullMarked
package tingting.config;

import org.jspecify.annotations.NullMarked;
