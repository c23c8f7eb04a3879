package io.zizhi.platform.messaging.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.observability.logging.StepLog;
import io.zizhi.platform.observability.tracing.MessagingAttributes;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Applies one event. A failure that is not an outage parks the aggregate. All attempts share one tracing span. */
@ApplicationScoped
class ApplyEvent {

    private static final Logger LOG = Logger.getLogger(ApplyEvent.class);
    private static final int TRIES_BEFORE_PARKING = 3;

    private final Reactions reactions;
    private final InboxTransaction transaction;
    private final SeenEpochs epochs;
    private final ErasedAccounts erasedAccounts;
    private final Retries retries;
    private final InboxMetrics metrics;
    private final FailPoints failPoints;
    private final Spans spans;
    private final String service;

    ApplyEvent(
            Reactions reactions,
            InboxTransaction transaction,
            SeenEpochs epochs,
            ErasedAccounts erasedAccounts,
            Retries retries,
            InboxMetrics metrics,
            FailPoints failPoints,
            Spans spans,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.reactions = reactions;
        this.transaction = transaction;
        this.epochs = epochs;
        this.erasedAccounts = erasedAccounts;
        this.retries = retries;
        this.metrics = metrics;
        this.failPoints = failPoints;
        this.spans = spans;
        this.service = service;
    }

    /**
     * Applies the event; during an outage it waits and retries. Returns the held event that can be applied next, if
     * any.
     */
    Uni<Optional<ReceivedEvent>> throughOutages(ReceivedEvent event) {
        String what = what(event);
        return spans.within(
                spanOf(event),
                () -> retries.throughOutages(what, TRIES_BEFORE_PARKING, () -> apply(event))
                        .onFailure()
                        .recoverWithUni(failure -> retries.untilItWorks(
                                "Parking of " + what, () -> parkUnlessErased(what, event, failure))));
    }

    /** Applies the event; fails during an outage. Returns the held event that can be applied next, if any. */
    Uni<Optional<ReceivedEvent>> unlessOutage(ReceivedEvent event) {
        String what = what(event);
        return spans.within(
                spanOf(event),
                () -> retries.unlessOutage(what, TRIES_BEFORE_PARKING, () -> apply(event))
                        .onFailure(failure -> !Outages.isOutage(failure))
                        .recoverWithUni(failure -> parkUnlessErased(what, event, failure)));
    }

    private static String what(ReceivedEvent event) {
        return event.typeName() + " " + event.eventId();
    }

    private SpanBuilder spanOf(ReceivedEvent event) {
        return spans.continuing(event.trace(), "process " + event.topic(), SpanKind.CONSUMER)
                .setAttribute(MessagingAttributes.SYSTEM, "kafka")
                .setAttribute(MessagingAttributes.OPERATION_TYPE, "process")
                .setAttribute(MessagingAttributes.OPERATION_NAME, "process")
                .setAttribute(MessagingAttributes.DESTINATION, event.topic())
                .setAttribute(MessagingAttributes.CONSUMER_GROUP, service)
                .setAttribute(MessagingAttributes.MESSAGE_ID, event.eventId().toString())
                .setAttribute(MessagingAttributes.EVENT_TYPE, event.typeName())
                .setAttribute(MessagingAttributes.AGGREGATE_ID, event.aggregateId());
    }

    private Uni<Optional<ReceivedEvent>> apply(ReceivedEvent event) {
        return epochs.see(event)
                .chain(() -> effectOf(event))
                .chain(effect -> transaction.receive(event, effect))
                .invoke(receipt -> {
                    count(event, receipt.outcome());
                    failPoints.pass(FailPoint.INBOX_AFTER_COMMIT);
                })
                .map(InboxTransaction.Receipt::next);
    }

    /** Skips a late event of an erased account, whose data is gone. Any other event parks its aggregate. */
    private Uni<Optional<ReceivedEvent>> parkUnlessErased(String what, ReceivedEvent event, Throwable failure) {
        return erasedAccounts
                .concerns(event, failure)
                .chain(erased -> erased ? skip(what, event, failure) : park(what, event, failure));
    }

    private Uni<Optional<ReceivedEvent>> skip(String what, ReceivedEvent event, Throwable failure) {
        LOG.infof(
                "%s is skipped: its account was erased (%s)",
                what, failure.getClass().getSimpleName());
        Span.current().setAttribute(MessagingAttributes.OUTCOME, "erased");
        return transaction.receive(event, null).map(InboxTransaction.Receipt::next);
    }

    private Uni<Optional<ReceivedEvent>> park(String what, ReceivedEvent event, Throwable failure) {
        LOG.errorf(failure, "%s cannot be applied; its aggregate is parked", what);
        Span.current().setAttribute(MessagingAttributes.OUTCOME, "parked").setStatus(StatusCode.ERROR);
        return transaction.park(event, cause(failure)).replaceWith(Optional.empty());
    }

    private Uni<InboxTransaction.@Nullable Effect> effectOf(ReceivedEvent event) {
        Event content;
        try {
            content = event.content();
        } catch (UnreadableEventException impossible) {
            return Uni.createFrom().failure(impossible);
        }
        PreparedReaction<Event, Object> reaction = content == null ? null : reactions.of(content.getClass());
        if (content == null || reaction == null) {
            return Uni.createFrom().nullItem();
        }
        return reaction.prepare(content).map(prepared -> new InboxTransaction.Effect(reaction, content, prepared));
    }

    private void count(ReceivedEvent event, InboxTransaction.Outcome outcome) {
        String label = InboxMetrics.label(outcome);
        Span.current().setAttribute(MessagingAttributes.OUTCOME, label);
        StepLog.log(event.typeName() + " of " + event.aggregateId() + ": " + label);
        metrics.received(event, outcome);
        if (outcome == InboxTransaction.Outcome.CONFLICT) {
            Span.current().setStatus(StatusCode.ERROR);
            LOG.errorf(
                    "Version %d of %s/%s was already used by another event than %s: its producer was probably restored from a"
                            + " backup",
                    event.aggregateVersion(), event.topic(), event.aggregateId(), what(event));
        }
    }

    /** Returns class and message of the failure. Messages of this suite contain no personal data. */
    private static String cause(Throwable failure) {
        String cause = failure.toString();
        return cause.length() <= 500 ? cause : cause.substring(0, 500);
    }
}
