package io.zizhi.qualification.account.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to give an account to another company or person, and what became of it.
 *
 * @param id id of the request
 * @param accountId the account
 * @param identity what the account is to be verified as
 * @param reason why
 * @param askedBy who asked for it; somebody else must confirm
 * @param askedAt when it was asked for
 * @param state how far it has come
 * @param closedBy who confirmed it or took it back
 * @param closedAt when it was confirmed or taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityChangeView(
        long id,
        String accountId,
        VerifiedIdentity identity,
        String reason,
        String askedBy,
        Instant askedAt,
        IdentityChangeState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    static IdentityChangeView from(IdentityChange change) {
        return new IdentityChangeView(
                change.id(),
                change.accountId(),
                change.identity(),
                change.reason(),
                change.askedBy(),
                change.askedAt(),
                change.state(),
                change.closedBy(),
                change.closedAt());
    }
}
