package io.zizhi.platform.operations.deadletters;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads the stored bytes of a record again, for example after an upgrade that supports them. A readable event is
 * processed like any other: applied, dropped as a duplicate, held (also during an outage) or parked. An unreadable one
 * stays with the new reason.
 */
@ApplicationScoped
public class RetryDeadLetter {

    private final DeadLetterRetry retry;
    private final Inbox inbox;
    private final InspectDeadLetter inspectDeadLetter;

    RetryDeadLetter(DeadLetterRetry retry, Inbox inbox, InspectDeadLetter inspectDeadLetter) {
        this.retry = retry;
        this.inbox = inbox;
        this.inspectDeadLetter = inspectDeadLetter;
    }

    Uni<DeadLetterDetailView> retry(long id, Caller operator) {
        return retry.begin(id, operator)
                .chain(letter -> inbox.receiveAgain(letter.asRecord()))
                .chain(outcome -> retry.end(id, outcome))
                .chain(() -> inspectDeadLetter.inspect(id, operator));
    }
}
