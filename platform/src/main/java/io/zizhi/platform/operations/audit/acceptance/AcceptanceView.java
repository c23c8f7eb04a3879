package io.zizhi.platform.operations.audit.acceptance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to accept damage of the audit log, and its state.
 *
 * @param id id of the acceptance
 * @param chains chains whose rows are accepted as they were at the request
 * @param evidence evidence of the accepted findings without a chain
 * @param anchor last anchor that may contradict these chains; later ones must agree with them
 * @param reason given by the first person
 * @param requestedBy who requested it; another person must confirm
 * @param requestedAt when it was requested
 * @param state state of the request
 * @param closedBy who confirmed or cancelled it
 * @param closedAt when it was confirmed or cancelled
 * @param signed whether this service has signed chains, evidence, anchor, reason and requester, and the confirmation if
 *     there is one; a request that it has not signed accepts nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptanceView(
        long id,
        List<String> chains,
        List<String> evidence,
        long anchor,
        String reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        boolean signed) {

    static AcceptanceView from(Acceptance acceptance, boolean signed) {
        Acceptance.Content content = acceptance.content();
        return new AcceptanceView(
                acceptance.id(),
                content.chains().stream().map(SealedChain::chain).toList(),
                content.evidence(),
                content.anchor(),
                content.reason(),
                content.requestedBy(),
                acceptance.requestedAt(),
                acceptance.state(),
                acceptance.closedBy(),
                acceptance.closedAt(),
                signed);
    }
}
