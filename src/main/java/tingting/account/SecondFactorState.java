package tingting.account;

/// How an account's second factor is.
///
/// @param recoveryCodesLeft how many have not been used; 0 while it is off
public record SecondFactorState(boolean enabled, int recoveryCodesLeft) {}
