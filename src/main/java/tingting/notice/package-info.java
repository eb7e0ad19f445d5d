/// What people are told outside of the app: by e-mail and by text message, in their language.
@NullMarked
package tingting.notice;

import org.jspecify.annotations.NullMarked;
