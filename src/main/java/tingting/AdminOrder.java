package tingting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tingting.account.ServerRole;

/// What an operator orders with `tingting admin`, on its way to whoever holds the database.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AdminOrder.Appoint.class, name = "appoint"),
    @JsonSubTypes.Type(value = AdminOrder.ListStaff.class, name = "list"),
    @JsonSubTypes.Type(value = AdminOrder.ResetPassword.class, name = "reset_password"),
    @JsonSubTypes.Type(value = AdminOrder.RemoveSecondFactor.class, name = "remove_2fa"),
    @JsonSubTypes.Type(value = AdminOrder.Disable.class, name = "disable"),
    @JsonSubTypes.Type(value = AdminOrder.Enable.class, name = "enable")
})
sealed interface AdminOrder {
    /// Gives somebody a role, and takes the one they had.
    record Appoint(String username, ServerRole role) implements AdminOrder {}

    record ListStaff() implements AdminOrder {}

    record ResetPassword(String username, String password) implements AdminOrder {
        /// Without the password: an order may be logged.
        @Override
        public String toString() {
            return "ResetPassword[username=" + username + "]";
        }
    }

    record RemoveSecondFactor(String username) implements AdminOrder {}

    /// @param deleted closed for good, not for now
    record Disable(String username, boolean deleted) implements AdminOrder {}

    record Enable(String username) implements AdminOrder {}
}
