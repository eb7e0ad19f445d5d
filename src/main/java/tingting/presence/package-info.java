/// Who is there: leases of living connections, grace, and who may see it.
@NullMarked
package tingting.presence;

import org.jspecify.annotations.NullMarked;
