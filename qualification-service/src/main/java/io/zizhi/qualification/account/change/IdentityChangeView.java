package io.zizhi.qualification.account.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.account.IdentityView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to give an account to another company or person, with its outcome.
 *
 * @param id id of the request
 * @param accountId the account
 * @param identity the requested identity
 * @param reason the reason for the request
 * @param requestedBy operator who made the request; another operator must confirm it
 * @param requestedAt when the request was made
 * @param state state of the request
 * @param closedBy operator who confirmed the request or cancelled it
 * @param closedAt when the request was confirmed or cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityChangeView(
        long id,
        String accountId,
        IdentityView identity,
        String reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    static IdentityChangeView from(IdentityChange change) {
        return new IdentityChangeView(
                change.id(),
                change.accountId(),
                IdentityView.from(change.identity()),
                change.reason(),
                change.requestedBy(),
                change.requestedAt(),
                change.state(),
                change.closedBy(),
                change.closedAt());
    }
}
