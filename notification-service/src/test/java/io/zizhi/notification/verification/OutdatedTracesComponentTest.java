package io.zizhi.notification.verification;

import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Meanwhile;
import io.zizhi.notification.Rows;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.throttling.PhoneFailures;
import io.zizhi.notification.verification.throttling.PhoneFailuresRepository;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class OutdatedTracesComponentTest {

    @Inject
    CleanUp cleanUp;

    @Inject
    PhoneVerificationRepository verifications;

    @Inject
    PhoneFailuresRepository failures;

    @Inject
    Blocking blocking;

    @Test
    void deletes_only_data_that_no_rule_needs() {
        String young = issued("applicant-a", newPhone());
        String old = issued("applicant-a", newPhone());
        Rows.change("update phone_verification set issued_at = issued_at - interval '31 days' where verification_id = '"
                + old + "'");
        Rows.change("insert into code_send (bucket, bucket_key, sent_at) values ('number', 'old', now() - interval '49"
                + " hours'), ('number', 'young', now() - interval '23 hours')");
        Rows.change(
                "insert into phone_code_failures (account_id, phone_index, failures, last_failed_at) values ('a', 'old',"
                        + " 3, now() - interval '49 hours'), ('a', 'young', 3, now() - interval '23 hours')");
        Rows.cleanUp(cleanUp);
        assertThat(Rows.texts("select verification_id from phone_verification where verification_id in ('" + old
                        + "', '" + young + "')"))
                .containsExactly(young);
        assertThat(Rows.texts("select bucket_key from code_send where bucket_key in ('old', 'young')"))
                .containsExactly("young");
        assertThat(Rows.texts("select phone_index from phone_code_failures where phone_index in ('old', 'young')"))
                .containsExactly("young");
    }

    @Test
    void an_attempt_survives_a_concurrent_purge_of_its_failures() throws Exception {
        String number = UUID.randomUUID().toString();
        Rows.change("insert into phone_code_failures (account_id, phone_index, failures) values ('a', '" + number
                + "', 0)");
        Future<PhoneFailures> tried = Reactive.inTransaction(() -> failures.lock("a", BlindHash.of(number))
                .chain(() -> blocking.call(() -> Meanwhile.startAndWaitsFor(
                        "phone_code_failures",
                        () -> Reactive.inTransaction(() -> failures.lock("a", BlindHash.of(number))))))
                .call(() -> failures.deleteById(new PhoneFailures.Key("a", number))));
        assertThat(tried.get(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(Rows.count("select count(*) from phone_code_failures where phone_index = '" + number + "'"))
                .isOne();
    }

    @Test
    void leaves_an_outdated_verification_during_an_attempt() throws Exception {
        String id = issued("applicant-a", newPhone());
        String found = "select count(*) from phone_verification where verification_id = '" + id + "'";
        Rows.change("update phone_verification set issued_at = issued_at - interval '31 days' where verification_id = '"
                + id + "'");
        long during = Reactive.inTransaction(() -> verifications
                .lock(id)
                .chain(() -> blocking.call(() -> {
                    Future<Long> left = Meanwhile.start(() -> {
                        Rows.cleanUp(cleanUp);
                        return Rows.count(found);
                    });
                    return left.get(30, TimeUnit.SECONDS);
                })));
        assertThat(during).isOne();
        Rows.cleanUp(cleanUp);
        assertThat(Rows.count(found)).isZero();
    }
}
