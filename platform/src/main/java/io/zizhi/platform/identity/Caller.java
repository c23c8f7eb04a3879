package io.zizhi.platform.identity;

import io.zizhi.platform.http.problem.Problems;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a request.
 *
 * @param subject the token's {@code sub}: the id of a person or service
 * @param accountId the account for which an applicant files; null for staff and services
 * @param roles see {@link Roles}
 */
public record Caller(String subject, @Nullable String accountId, Set<String> roles) {

    /** Returns the account, or fails with 403 if the token names none. */
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
