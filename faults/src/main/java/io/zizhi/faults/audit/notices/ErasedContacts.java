package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.suite.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the deletions that notification-service had received when it handled an event. A deletion erases the
 * qualification's contact, so no notice about a letter can be sent to it afterwards.
 */
final class ErasedContacts {

    /**
     * Tolerance for the order of deletion and handling. The inbox shows when the handling of an event began, but the
     * handler also sees a deletion that commits before it reads the contact. A few statements lie between, each of
     * which takes at most a tenth of a second on slow links. The time of strikes does not count: a replica may pause in
     * between, while another handles the deletion.
     */
    private static final Duration HANDLING = Duration.ofSeconds(1);

    private final Map<String, Row> inbox;
    private final List<Strike> strikes;
    private final Map<String, Instant> deletions = new HashMap<>();

    ErasedContacts(Evidence evidence) {
        this.inbox = evidence.rowsBy(Evidence.NOTIFICATION, "inbox", "event_id");
        this.strikes = evidence.strikes();
        evidence.events(Topics.QUALIFICATION, "zizhi.qualification.deleted.v1").forEach(event -> {
            Instant received = receivedAt(event);
            if (received != null) {
                deletions.put(event.aggregate(), received);
            }
        });
    }

    /** Returns when notification-service began to handle the event; null if it never did. */
    @Nullable
    Instant receivedAt(PublishedEvent event) {
        Row row = inbox.get(event.id());
        return row == null ? null : row.instant("received_at");
    }

    /** Returns whether the contact may have been erased before the event, which is about a letter, was handled. */
    boolean mayBeErased(Contact contact, PublishedEvent event) {
        Instant deleted = deletions.get(contact.qualification());
        Instant handled = receivedAt(event);
        return deleted != null
                && handled != null
                && TimersFireOnce.ofPeace(handled, deleted, strikes).compareTo(HANDLING) < 0;
    }

    /** Returns whether the number of notices is right: one, or none if there is no contact or it was erased. */
    boolean isRight(long notices, Contact contact, PublishedEvent event) {
        if (contact.isNobody()) {
            return notices == 0;
        }
        return notices == 1 || (notices == 0 && Contact.isOfLetter(event) && mayBeErased(contact, event));
    }
}
