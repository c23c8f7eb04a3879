package io.zizhi.notification.sender;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes accepted and failed messages 90 days after they were queued. Their number and text were erased when they were
 * finished, or when no receipt was expected any more. Messages whose outcome is unknown are kept for an operator.
 */
@Singleton
class OutdatedMessages {

    private static final Duration KEPT = Duration.ofDays(90);

    static final String DELETE = """
            delete from sms_message where message_id = any(array(
                select message_id from sms_message
                where status in ('ACCEPTED', 'FAILED')
                  and queued_at < statement_timestamp() - make_interval(secs => :age)
                order by queued_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows messages() {
        return new OutdatedRows("sms_message", KEPT, DELETE);
    }
}
