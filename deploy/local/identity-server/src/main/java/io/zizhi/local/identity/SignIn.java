package io.zizhi.local.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login: who, when and how. This server has no sessions, so every token comes from a login of its own.
 *
 * @param user the person
 * @param at when the person entered the password; the claim {@code auth_time}
 * @param acr strength of the login; the claim {@code acr}
 */
record SignIn(User user, Instant at, String acr) {

    /** The strength of a login with a password. */
    static final String PASSWORD = "password";

    /** The strength of a login with a second factor, which this server only simulates: the code is the user name. */
    static final String MFA = "mfa";

    static final List<String> ACR_VALUES = List.of(PASSWORD, MFA);

    /**
     * Returns the strength of a login, or empty if the code is wrong.
     *
     * @param code the second factor; null if none was entered
     */
    static Optional<String> strength(User user, @Nullable String code) {
        if (code == null) {
            return Optional.of(PASSWORD);
        }
        return code.equals(user.name()) ? Optional.of(MFA) : Optional.empty();
    }
}
