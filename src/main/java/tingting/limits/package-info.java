/// How much of something may be done in a time: buckets of tokens, and who has which. Knows what is counted only by
/// name.
@NullMarked
package tingting.limits;

import org.jspecify.annotations.NullMarked;
