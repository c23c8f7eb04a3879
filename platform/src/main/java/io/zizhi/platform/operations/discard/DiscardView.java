package io.zizhi.platform.operations.discard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.platform.privacy.personal.PersonalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to discard something, and its state.
 *
 * @param id id of the discard
 * @param kind kind of discarded object
 * @param topic topic of the event or record
 * @param objectId id of the aggregate or of the dead letter
 * @param version of the event; absent for a dead letter
 * @param eventId id of the parked event
 * @param type type of the parked event
 * @param payload of the parked event, masked
 * @param reason given by the first operator
 * @param requestedBy who requested it; another operator must confirm
 * @param requestedAt when it was requested
 * @param state state of the request
 * @param closedBy who confirmed or cancelled it
 * @param closedAt when it was confirmed or cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscardView(
        long id,
        DiscardKind kind,
        String topic,
        String objectId,
        @Nullable Long version,
        @Nullable UUID eventId,
        @Nullable String type,
        @Nullable String payload,
        String reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    private static final int LONGEST_PAYLOAD = 4000;

    static DiscardView from(Discard discard) {
        String payload = discard.payload();
        return new DiscardView(
                discard.id(),
                discard.kind(),
                discard.topic(),
                discard.objectId(),
                discard.version(),
                discard.eventId(),
                discard.type(),
                payload == null ? null : PersonalText.masked(payload, LONGEST_PAYLOAD),
                discard.reason(),
                discard.requestedBy(),
                discard.requestedAt(),
                discard.state(),
                discard.closedBy(),
                discard.closedAt());
    }
}
