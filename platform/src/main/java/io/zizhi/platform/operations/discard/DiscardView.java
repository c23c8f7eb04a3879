package io.zizhi.platform.operations.discard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.platform.privacy.personal.PersonalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to discard something, and its state.
 *
 * @param id id of the discard
 * @param kind kind of discarded object
 * @param topic topic of the event or record
 * @param objectId id of the aggregate or of the dead letter; for many parked events the prefix of their cause, for many
 *     differences the id of the comparison
 * @param version of the event, or version here of a difference; absent for a dead letter and for many
 * @param eventId id of the parked event
 * @param type type of the parked event
 * @param payload of the parked event, masked
 * @param receivedFrom start of the period in which the parked events were received; only for many events
 * @param receivedTo end of that period, excluded; never after the request
 * @param aggregates number of parked aggregates, or of differences, that matched at the request; only for many
 * @param events number of held events of parked aggregates received in the period: at most so many are discarded
 * @param sample ids of up to 10 of these aggregates, longest parked first; differences by id
 * @param discarded number of parked events or differences discarded so far; only for many
 * @param finishedAt when no matching event was left; absent while the work continues, and for differences
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
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedTo,
        @Nullable Long aggregates,
        @Nullable Long events,
        @Nullable List<String> sample,
        @Nullable Long discarded,
        @Nullable Instant finishedAt,
        String reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    private static final int LONGEST_PAYLOAD = 4000;

    static DiscardView from(Discard discard) {
        String payload = discard.payload();
        String sample = discard.sample();
        return new DiscardView(
                discard.id(),
                discard.kind(),
                discard.topic(),
                discard.objectId(),
                discard.version(),
                discard.eventId(),
                discard.type(),
                payload == null ? null : PersonalText.masked(payload, LONGEST_PAYLOAD),
                discard.receivedFrom(),
                discard.receivedTo(),
                discard.aggregates(),
                discard.events(),
                sample == null ? null : sample.lines().toList(),
                discard.aggregates() == null ? null : discard.discarded(),
                discard.finishedAt(),
                discard.reason(),
                discard.requestedBy(),
                discard.requestedAt(),
                discard.state(),
                discard.closedBy(),
                discard.closedAt());
    }
}
