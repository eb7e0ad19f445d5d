/// Asks providers who somebody is: the authorization code flow of OAuth 2 and OpenID Connect. What follows from it
/// for accounts is not known here.
@NullMarked
package tingting.oauth;

import org.jspecify.annotations.NullMarked;
