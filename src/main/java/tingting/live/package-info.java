/// Living connections: lanes, fan-out of shared frames, resume, slow consumers. Knows no domain.
@NullMarked
package tingting.live;

import org.jspecify.annotations.NullMarked;
