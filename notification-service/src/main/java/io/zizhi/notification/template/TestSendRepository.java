package io.zizhi.notification.template;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts the test messages of operators. The counts are deleted after two days. */
@ApplicationScoped
class TestSendRepository {

    private static final Duration COUNTED = Duration.ofDays(2);

    private static final String LOCK = "select 1 where pg_advisory_xact_lock(hashtextextended(:name, 0)) is not null";

    private static final String COUNT = """
            select count(*) from sms_test_send
            where sent_by = :by and sent_at > statement_timestamp() - interval '1 day'
            """;

    private static final String RECORD = """
            insert into sms_test_send (message_id, sent_by, sent_at) values (:id, :by, statement_timestamp())
            """;

    static final String DELETE = """
            delete from sms_test_send where message_id = any(array(
                select message_id from sms_test_send
                where sent_at < statement_timestamp() - make_interval(secs => :age)
                order by sent_at limit :limit for update skip locked))
            """;

    /** Counts the messages of the last day. Locks the operator until the transaction ends. */
    Uni<Long> lockAndCount(String operator) {
        return new NativeQuery(LOCK)
                .with("name", "sms-test-send:" + operator)
                .list(Integer.class)
                .chain(() -> new NativeQuery(COUNT).with("by", operator).single(Long.class));
    }

    Uni<Void> record(String operator, String messageId) {
        return new NativeQuery(RECORD)
                .with("id", messageId)
                .with("by", operator)
                .execute()
                .replaceWithVoid();
    }

    @Produces
    @Singleton
    static OutdatedRows outdated() {
        return new OutdatedRows("sms_test_send", COUNTED, DELETE);
    }
}
