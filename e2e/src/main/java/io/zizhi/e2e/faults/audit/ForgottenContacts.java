package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows which deletions notification-service had received when it handled an event: the contact of a qualification is
 * forgotten with it, so that nobody can be told of a letter any more.
 */
final class ForgottenContacts {

    /**
     * The inbox shows when the handling of an event began. A deletion that commits a moment later is still seen, before the
     * contact is read: these are a few statements, of which each lasts a tenth of a second at most while links are slow. The
     * time of strikes does not count: a replica may stand still between the two, while another handles the deletion.
     */
    private static final Duration HANDLING = Duration.ofSeconds(1);

    private final Map<String, Row> inbox;
    private final List<Strike> strikes;
    private final Map<String, Instant> deletions = new HashMap<>();

    ForgottenContacts(Evidence evidence) {
        this.inbox = evidence.rowsBy(Evidence.NOTIFICATION, "inbox", "event_id");
        this.strikes = evidence.strikes();
        evidence.events(Topics.QUALIFICATION, "zizhi.qualification.deleted.v1").forEach(event -> {
            Instant received = receivedAt(event);
            if (received != null) {
                deletions.put(event.aggregate(), received);
            }
        });
    }

    /** When notification-service began to handle the event; null where it never did. */
    @Nullable
    Instant receivedAt(PublishedEvent event) {
        Row row = inbox.get(event.id());
        return row == null ? null : row.instant("received_at");
    }

    /** Whether the contact may have been forgotten before the event, which is about a letter, was handled. */
    boolean mayBeForgotten(Contact contact, PublishedEvent event) {
        Instant deleted = deletions.get(contact.qualification());
        Instant handled = receivedAt(event);
        return deleted != null
                && handled != null
                && TimersFireOnce.ofPeace(handled, deleted, strikes).compareTo(HANDLING) < 0;
    }

    /** Whether so many notices of an event are right: one, or none where nobody is named or can be told any more. */
    boolean isRight(long notices, Contact contact, PublishedEvent event) {
        if (contact.isNobody()) {
            return notices == 0;
        }
        return notices == 1 || (notices == 0 && Contact.isOfLetter(event) && mayBeForgotten(contact, event));
    }
}
