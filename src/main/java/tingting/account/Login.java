package tingting.account;

import tingting.protocol.Folding;

/// What somebody typed to sign in with: an e-mail address, a phone number or a username.
///
/// @param kind where to look for it
/// @param key as it is compared
record Login(Kind kind, String key) {
    /// What is no name at all is nobody's; so much of it tells it from others.
    private static final int TELLING = 64;

    /// The kinds of names, by the column of their keys.
    enum Kind {
        EMAIL("email_key"),
        PHONE("phone_key"),
        USERNAME("username_key"),
        NONE("");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    static Login of(String typed) {
        String login = typed.strip();
        return EmailAddress.parse(login)
                .map(Login::of)
                .or(() -> PhoneNumber.parse(login).map(Login::of))
                .or(() -> Username.parse(login).map(username -> new Login(Kind.USERNAME, username.key())))
                .orElseGet(() -> new Login(Kind.NONE, Folding.caseless(beginning(login))));
    }

    static Login of(Contact contact) {
        return switch (contact) {
            case EmailAddress email -> new Login(Kind.EMAIL, email.key());
            case PhoneNumber phone -> new Login(Kind.PHONE, phone.key());
        };
    }

    private static String beginning(String text) {
        return text.length() <= TELLING ? text : text.substring(0, TELLING);
    }
}
