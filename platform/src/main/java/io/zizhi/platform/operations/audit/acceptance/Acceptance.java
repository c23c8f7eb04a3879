package io.zizhi.platform.operations.audit.acceptance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.audit.anchor.AnchorKey;
import io.zizhi.platform.operations.twopersons.TwoPersonRequest;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request to accept damage of the audit log, and its state.
 *
 * @param content what was requested; only this is signed
 * @param text the content as it was signed
 */
record Acceptance(
        long id,
        Content content,
        String text,
        String signature,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt)
        implements TwoPersonRequest {

    static final String COLUMNS = "id, content, signature, requested_by, requested_at, state, closed_by, closed_at";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What is accepted.
     *
     * @param service the service whose log it is
     * @param anchor last anchor that may contradict the chains
     * @param chains damaged chains
     * @param evidence evidence of findings without a chain
     */
    @JsonPropertyOrder({"service", "anchor", "chains", "evidence", "reason", "requestedBy"})
    record Content(
            String service,
            long anchor,
            List<SealedChain> chains,
            List<String> evidence,
            String reason,
            String requestedBy) {

        String text() {
            return json(this);
        }

        /** Stands in for a stored text that is not a request. */
        private static Content unreadable(String requestedBy) {
            return new Content("", 0, List.of(), List.of(), "", requestedBy);
        }

        private boolean isComplete() {
            return Stream.of(service, chains, evidence, reason, requestedBy).allMatch(Objects::nonNull)
                    && Stream.concat(chains.stream(), evidence.stream()).allMatch(Objects::nonNull);
        }
    }

    /** Returns the stored request. One whose text cannot be read has no valid signature. */
    static Acceptance from(Row row) {
        String text = row.text("content");
        return new Acceptance(
                row.number("id"),
                content(text).orElseGet(() -> Content.unreadable(row.text("requested_by"))),
                text,
                row.text("signature"),
                row.instant("requested_at"),
                TwoPersonState.valueOf(row.text("state")),
                row.textOrNull("closed_by"),
                row.instantOrNull("closed_at"));
    }

    private static Optional<Content> content(String text) {
        try {
            // JSON may be null, and so may each field
            return Optional.ofNullable(JSON.readValue(text, Content.class)).filter(Content::isComplete);
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
    }

    /** The signed person counts, because the owner of the database can change the other. */
    @Override
    public String requestedBy() {
        return content.requestedBy();
    }

    /** Returns whether the request concerns the audit log of this service. Services may share a key. */
    boolean isOf(String service) {
        return content.service().equals(service);
    }

    /**
     * Returns whether the key has signed the request, and its confirmation if it is confirmed. If not, it was not made
     * through this service.
     */
    boolean isSignedBy(AnchorKey key) {
        return state == TwoPersonState.CARRIED_OUT ? isConfirmationSignedBy(key) : isRequestSignedBy(key);
    }

    boolean isRequestSignedBy(AnchorKey key) {
        return key.hasSigned(requestOf(text), signature);
    }

    boolean isConfirmationSignedBy(AnchorKey key) {
        String confirmedBy = closedBy;
        return state == TwoPersonState.CARRIED_OUT
                && confirmedBy != null
                && !confirmedBy.equals(requestedBy())
                && key.hasSigned(confirmationOf(text, confirmedBy), signature);
    }

    /** The text that the service signs for a request. No anchor begins like it. */
    static String requestOf(String text) {
        return json(List.of("audit-acceptance-request", text));
    }

    /** The text that the service signs for a confirmation. */
    static String confirmationOf(String text, String confirmedBy) {
        return json(List.of("audit-acceptance", text, confirmedBy));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
