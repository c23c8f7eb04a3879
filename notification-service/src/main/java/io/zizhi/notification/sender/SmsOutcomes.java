package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Returns the outcomes of queued messages. Runs in the caller's transaction. */
@ApplicationScoped
public class SmsOutcomes {

    private final SmsMessageRepository messages;

    SmsOutcomes(SmsMessageRepository messages) {
        this.messages = messages;
    }

    /** Returns the outcomes by message id. */
    public Uni<Map<String, SmsOutcome>> of(Collection<String> messageIds) {
        if (messageIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return messages.list("id in ?1", messageIds)
                .map(found -> found.stream().collect(Collectors.toMap(SmsMessage::id, SmsMessage::outcome)));
    }
}
