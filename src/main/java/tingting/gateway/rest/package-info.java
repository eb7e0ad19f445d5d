/// The native REST contract under /api/v1, one file per capability.
@NullMarked
package tingting.gateway.rest;

import org.jspecify.annotations.NullMarked;
