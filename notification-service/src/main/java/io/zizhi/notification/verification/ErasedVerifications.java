package io.zizhi.notification.verification;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The phone verifications of an erased account, with the keyed hashes of its numbers. */
@Singleton
class ErasedVerifications {

    static final String VERIFICATIONS = """
            delete from phone_verification where verification_id = any(array(
                select verification_id from phone_verification where account_id = :accountId
                order by verification_id limit :limit for update))
            """;

    static final String FAILURES = """
            delete from phone_code_failures where (account_id, phone_index) in (
                select account_id, phone_index from phone_code_failures where account_id = :accountId
                order by phone_index limit :limit for update)
            """;

    static final String SENDS = """
            delete from code_send where ctid = any(array(
                select ctid from code_send where bucket = 'account' and bucket_key = :accountId limit :limit for update))
            """;

    @Produces
    @Singleton
    static ErasedRows verifications() {
        return new ErasedRows("phone-verifications", VERIFICATIONS);
    }

    @Produces
    @Singleton
    static ErasedRows failures() {
        return new ErasedRows("phone-code-failures", FAILURES);
    }

    @Produces
    @Singleton
    static ErasedRows sends() {
        return new ErasedRows("phone-code-sends", SENDS);
    }
}
