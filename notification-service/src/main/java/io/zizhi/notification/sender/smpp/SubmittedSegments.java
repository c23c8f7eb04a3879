package io.zizhi.notification.sender.smpp;

import io.zizhi.notification.sender.channel.SmsReceipt.Outcome;
import io.zizhi.notification.sender.channel.SmsResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one attempt, and the state of the message that follows from them.
 *
 * @param all in order; empty if nothing was submitted, or if the rows were deleted
 * @param maybeDeleted whether the message is so old that its rows may have been deleted
 */
record SubmittedSegments(List<SubmittedSegment> all, boolean maybeDeleted) {

    SubmittedSegments(List<SubmittedSegment> all) {
        this(all, false);
    }

    /** Returns the segments of a message without rows. */
    static SubmittedSegments none(boolean maybeDeleted) {
        return new SubmittedSegments(List.of(), maybeDeleted);
    }

    /** Returns the outcome of the message; empty while it is open. The message fails with its first segment. */
    Optional<Outcome> outcome() {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (any(SegmentState.FAILED)) {
            return Optional.of(Outcome.FAILED);
        }
        if (any(SegmentState.PENDING) || any(SegmentState.TAKEN)) {
            return Optional.empty();
        }
        if (any(SegmentState.NOT_TAKEN)) {
            return Optional.of(Outcome.FAILED);
        }
        return Optional.of(any(SegmentState.UNKNOWN) ? Outcome.UNKNOWN : Outcome.DELIVERED);
    }

    /** Returns the code of the first failed segment; null if none has one. */
    @Nullable
    String code() {
        return all.stream()
                .filter(segment -> segment.state() != SegmentState.DELIVERED)
                .map(SubmittedSegment::code)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the SMSC's id of the first segment that it took, which stands for the message; null if it took none. */
    @Nullable
    String providerMessageId() {
        return all.stream()
                .map(SubmittedSegment::providerMessageId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the segments about which the SMSC can be asked. */
    List<SubmittedSegment> open() {
        return all.stream().filter(segment -> segment.state().isOpen()).toList();
    }

    /**
     * Returns what is known of the hand-over. A message of which the SMSC has taken only some segments is never
     * submitted again: the person would get the first ones twice.
     */
    SmsResult result() {
        if (all.isEmpty() && maybeDeleted) {
            return new SmsResult.Unknown("SMPP_NO_RECORD");
        }
        if (all.stream().allMatch(segment -> segment.state() == SegmentState.NOT_TAKEN)) {
            return new SmsResult.NeverReceived();
        }
        if (all.stream().allMatch(segment -> segment.state().isTaken())) {
            return new SmsResult.Accepted(providerMessageId());
        }
        return any(SegmentState.PENDING)
                ? new SmsResult.Unknown("SMPP_NO_ANSWER")
                : new SmsResult.Refused("SMPP_PARTLY_TAKEN");
    }

    private boolean any(SegmentState state) {
        return all.stream().anyMatch(segment -> segment.state() == state);
    }
}
