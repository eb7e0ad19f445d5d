package tingting.moderation;

import tingting.account.ServerRole;

/// Who may do what on the whole server: this table, and one rule beside it, [Office#requireOver].
public enum Power {
    SEE_PEOPLE(ServerRole.MODERATOR),
    SEE_ROOMS(ServerRole.MODERATOR),
    SEE_REPORTS(ServerRole.MODERATOR),
    SEE_AUDIT(ServerRole.MODERATOR),
    SEE_STATISTICS(ServerRole.MODERATOR),

    JUDGE_REPORTS(ServerRole.MODERATOR),
    REMOVE_MESSAGES(ServerRole.MODERATOR),
    MUTE(ServerRole.MODERATOR),

    /// E-mail addresses, phone numbers, and from where others in charge have acted.
    SEE_PRIVATE_DATA(ServerRole.ADMIN),
    CHANGE_ROLES(ServerRole.ADMIN),
    CLOSE_ACCOUNTS(ServerRole.ADMIN),
    RESET_PASSWORDS(ServerRole.ADMIN),
    REMOVE_SECOND_FACTORS(ServerRole.ADMIN);

    private final ServerRole least;

    Power(ServerRole least) {
        this.least = least;
    }

    boolean isOf(ServerRole role) {
        return role.reaches(least);
    }
}
