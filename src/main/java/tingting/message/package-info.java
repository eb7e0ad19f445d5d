/// Messages: sending, history, unread, the list of one's conversations.
@NullMarked
package tingting.message;

import org.jspecify.annotations.NullMarked;
