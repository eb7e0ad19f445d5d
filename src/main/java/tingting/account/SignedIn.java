package tingting.account;

import tingting.session.Tokens;

/// Somebody who has just signed up or in.
public record SignedIn(Me user, Tokens tokens) {}
