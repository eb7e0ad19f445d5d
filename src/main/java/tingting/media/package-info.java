/// Files: taking them in, keeping them by what they contain, and who may fetch them.
@NullMarked
package tingting.media;

import org.jspecify.annotations.NullMarked;
