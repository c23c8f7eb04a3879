package io.zizhi.notification.template;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.jobs.HashLife;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts the test messages of operators and to numbers. The counts are deleted after two days. */
@ApplicationScoped
class TestSendRepository {

    private static final Duration COUNTED = Duration.ofDays(2);

    private static final String LOCK = "select 1 where pg_advisory_xact_lock(hashtextextended(:name, 0)) is not null";

    private static final String COUNT = """
            select count(*) from sms_test_send where sent_at > statement_timestamp() - interval '1 day' and\s""";

    private static final String RECORD = """
            insert into sms_test_send (message_id, sent_by, phone_index, sent_at)
            values (:id, :by, :phone, statement_timestamp())
            """;

    static final String DELETE = """
            delete from sms_test_send where message_id = any(array(
                select message_id from sms_test_send
                where sent_at < statement_timestamp() - make_interval(secs => :age)
                order by sent_at limit :limit for update skip locked))
            """;

    /** Counts the messages of the operator in the last day. Locks the operator until the transaction ends. */
    Uni<Long> lockAndCount(String operator) {
        return lock(operator)
                .chain(() -> new NativeQuery(COUNT + "sent_by = :by")
                        .with("by", operator)
                        .single(Long.class));
    }

    /** Counts the messages to the number in the last day. Locks the number until the transaction ends. */
    Uni<Long> lockAndCount(BlindHash phone) {
        return lock(phone.all().getFirst())
                .chain(() -> new NativeQuery(COUNT + "phone_index = any(:phones)")
                        .with("phones", phone.array())
                        .single(Long.class));
    }

    private static Uni<?> lock(String name) {
        return new NativeQuery(LOCK).with("name", "sms-test-send:" + name).list(Integer.class);
    }

    Uni<Void> record(String operator, BlindHash phone, String messageId) {
        return new NativeQuery(RECORD)
                .with("id", messageId)
                .with("by", operator)
                .with("phone", phone.stored())
                .execute()
                .replaceWithVoid();
    }

    /** Hashes cannot be recomputed: the phone numbers are not stored. */
    @Produces
    @Singleton
    static HashLife hashes() {
        return new HashLife(COUNTED);
    }

    @Produces
    @Singleton
    static OutdatedRows outdated() {
        return new OutdatedRows("sms_test_send", COUNTED, DELETE);
    }
}
