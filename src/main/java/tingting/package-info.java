/// Ting Ting: the command line and the composition root, which builds every object and starts and stops them.
@NullMarked
package tingting;

import org.jspecify.annotations.NullMarked;
