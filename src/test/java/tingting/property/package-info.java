/// Generated stories: whatever people do in whatever order, every client ends with what the server has.
@NullMarked
package tingting.property;

import org.jspecify.annotations.NullMarked;
