package io.zizhi.platform.identity;

import io.zizhi.platform.http.problem.Problems;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param subject the token's {@code sub}: a person's or a service's id
 * @param accountId the account that an applicant files for; null for staff and services
 * @param roles see {@link Roles}
 */
public record Caller(String subject, @Nullable String accountId, Set<String> roles) {

    /** The account, or 403 where the token names none. */
    public String requireAccount() {
        if (accountId == null) {
            throw Problems.forbidden("ACCOUNT_REQUIRED", "The token does not name an account.");
        }
        return accountId;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
