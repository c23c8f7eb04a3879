package io.zizhi.notification.verification;

import io.zizhi.platform.privacy.encryption.jobs.HashLife;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes data that is no longer needed: sent codes and failures after two days, verifications after thirty days unless
 * they are reserved. The number of a submission is kept as a contact of its qualification. Rows that an attempt has
 * locked are left for the next round.
 */
@Singleton
class OutdatedTraces {

    private static final Duration COUNTED = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(30);

    static final String SENDS = """
            delete from code_send where ctid = any(array(
                select ctid from code_send
                where sent_at < statement_timestamp() - make_interval(secs => :age)
                order by sent_at limit :limit for update skip locked))
            """;

    static final String VERIFICATIONS = """
            delete from phone_verification where verification_id = any(array(
                select verification_id from phone_verification
                where issued_at < statement_timestamp() - make_interval(secs => :age) and reserved_until is null
                order by issued_at limit :limit for update skip locked))
            """;

    /** An account and number without a failure count from the beginning of time. */
    static final String FAILURES = """
            delete from phone_code_failures where ctid = any(array(
                select ctid from phone_code_failures
                where coalesce(last_failed_at, '-infinity') < statement_timestamp() - make_interval(secs => :age)
                order by coalesce(last_failed_at, '-infinity') limit :limit for update skip locked))
            """;

    /** The numbers of counters are not stored. Hashes of codes end within minutes. */
    @Produces
    @Singleton
    static HashLife hashes() {
        return new HashLife(COUNTED);
    }

    @Produces
    @Singleton
    static OutdatedRows sends() {
        return new OutdatedRows("code_send", COUNTED, SENDS);
    }

    @Produces
    @Singleton
    static OutdatedRows verifications() {
        return new OutdatedRows("phone_verification", KEPT, VERIFICATIONS);
    }

    @Produces
    @Singleton
    static OutdatedRows failures() {
        return new OutdatedRows("phone_code_failures", COUNTED, FAILURES);
    }
}
