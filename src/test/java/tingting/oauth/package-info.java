@NullMarked
package tingting.oauth;

import org.jspecify.annotations.NullMarked;
