package io.zizhi.platform.operations.deadletters;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a record again from the bytes that came, for example after an upgrade that understands it. What can be read goes
 * the way of every event: applied, dropped as a repetition, kept back (also while an outage lasts) or parked. What cannot
 * stays and tells why.
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
