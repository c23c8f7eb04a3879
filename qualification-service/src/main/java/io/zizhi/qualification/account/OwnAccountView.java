package io.zizhi.qualification.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.AccountKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verified identity of the caller's account.
 *
 * @param accountId id of the account
 * @param kind company or person
 * @param companyName name of the company, as on its certificate; absent for a person
 * @param creditCode unified social credit code of the company; absent for a person
 * @param verifiedAt when this identity was set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnAccountView(
        String accountId,
        AccountKind kind,
        @Nullable String companyName,
        @Nullable String creditCode,
        @Nullable Instant verifiedAt) {

    /** Returns the view; empty if the account is not verified. */
    static Optional<OwnAccountView> from(AccountIdentity account) {
        return account.verified()
                .map(identity -> new OwnAccountView(
                        account.accountId(),
                        identity.kind(),
                        identity.companyName(),
                        identity.creditCode(),
                        account.verifiedAt()));
    }
}
