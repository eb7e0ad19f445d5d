/// HTTP plumbing: routing, problem mapping, bearer filter, limits, the static app. Knows no domain.
@NullMarked
package tingting.web;

import org.jspecify.annotations.NullMarked;
