/// What belongs to a person, across all of the domain: taking it along, and having it erased.
@NullMarked
package tingting.personal;

import org.jspecify.annotations.NullMarked;
