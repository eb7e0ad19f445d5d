/// People: registration, profiles, search, passwords.
@NullMarked
package tingting.account;

import org.jspecify.annotations.NullMarked;
