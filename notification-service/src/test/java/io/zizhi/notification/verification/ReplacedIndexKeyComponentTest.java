package io.zizhi.notification.verification;

import static io.zizhi.notification.Clients.check;
import static io.zizhi.notification.Clients.enter;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.issue;
import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.newestCode;
import static io.zizhi.notification.Clients.verified;
import static io.zizhi.notification.Clients.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Meanwhile;
import io.zizhi.notification.Rows;
import io.zizhi.notification.verification.model.CodeHash;
import io.zizhi.notification.verification.throttling.PhoneFailures;
import io.zizhi.notification.verification.throttling.PhoneFailuresRepository;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.testkit.IndexKeyReplacement;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Numbers are found, counted and unique while the key of blind indexes is being replaced, and afterwards. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ReplacedIndexKeyComponentTest {

    private static final String APPLICANT = "applicant-a";
    private static final String ACCOUNT = "company-a";

    @Inject
    IndexKeys indexKeys;

    @Inject
    KeyJobs jobs;

    @Inject
    CodeHash hash;

    @Inject
    PhoneFailuresRepository failures;

    @Inject
    Blocking blocking;

    @Test
    void numbers_are_found_counted_and_unique_in_the_middle_and_at_the_end() {
        String entered = newPhone();
        String first = issued(APPLICANT, entered);
        String firstCode = newestCode(entered, 1);
        enter(APPLICANT, first, wrong(firstCode)).then().statusCode(422);
        String sent = newPhone();
        String open = issued(APPLICANT, sent);
        String known = newPhone();
        String usable = verified(APPLICANT, known);
        String before = hash.ofPhone(entered).stored();

        IndexKeyReplacement.begin(indexKeys);
        assertThat(hash.ofPhone(entered).others()).contains(before);
        issue(APPLICANT, entered).then().statusCode(429);
        check(usable, ACCOUNT, known).then().statusCode(200).body("status", equalTo("VERIFIED"));
        assertThat(inbox(known)).hasSize(1);
        enter(APPLICANT, open, newestCode(sent, 1)).then().statusCode(200);

        Rows.change("update code_send set sent_at = sent_at - interval '61 seconds'");
        String second = issued(APPLICANT, entered);
        assertThat(Rows.texts("select verification_id from phone_verification where status = 'ISSUED' and"
                        + " verification_id in ('" + first + "', '" + second + "')"))
                .as("only the newest code can be entered")
                .containsExactly(second);
        String secondCode = newestCode(entered, 2);
        for (int tries = 0; tries < 4; tries++) {
            enter(APPLICANT, second, wrong(secondCode)).then().statusCode(422);
        }
        enter(APPLICANT, second, secondCode).then().statusCode(429);
        assertThat(failuresOf(before))
                .as("failures under the earlier hash were added")
                .isZero();
        assertThat(failuresOf(hash.ofPhone(entered).stored())).isEqualTo(6);

        replace();
        assertThat(Rows.texts("select distinct phone_index from phone_verification where verification_id in ('" + first
                        + "', '" + second + "')"))
                .containsExactly(hash.ofPhone(entered).stored())
                .doesNotContain(before);
        assertThat(Rows.count("select count(*) from phone_verification where phone_index = '" + before + "'"))
                .isZero();
        check(usable, ACCOUNT, known).then().statusCode(200).body("status", equalTo("VERIFIED"));
        assertThat(inbox(known)).hasSize(1);
        issue(APPLICANT, known).then().statusCode(202);
        issue(APPLICANT, known).then().statusCode(429);
        assertThat(Rows.count("select count(*) from index_key where state = 'RETIRED'"
                        + " and needed_until between now() + interval '47 hours' and now() + interval '49 hours'"))
                .as("counters keep the earlier hashes for two days")
                .isPositive();
    }

    @Test
    void attempts_of_two_replicas_with_different_hashes_wait_for_each_other() throws Exception {
        String account = UUID.randomUUID().toString();
        List<String> both = List.of(account + "-old", account + "-new");
        BlindHash earlier = new BlindHash(both.getFirst(), both);
        BlindHash later = new BlindHash(both.getLast(), both);
        Future<PhoneFailures> other = Reactive.inTransaction(() -> failures.lock(account, earlier)
                .invoke(own -> own.failed(Instant.now()))
                .chain(() -> blocking.call(() -> Meanwhile.startAndWaitsFor(
                        "pg_advisory_xact_lock",
                        () -> Reactive.inTransaction(
                                () -> failures.lock(account, later).invoke(own -> own.failed(Instant.now())))))));
        other.get(30, TimeUnit.SECONDS);
        assertThat(failuresOf(both.getFirst())).isZero();
        assertThat(failuresOf(both.getLast())).isEqualTo(2);
    }

    private static long failuresOf(String phoneIndex) {
        return Rows.count(
                "select coalesce(sum(failures), 0) from phone_code_failures where phone_index = '" + phoneIndex + "'");
    }

    private void replace() {
        assertThat(Reactive.inTransaction(() -> jobs.start(KeyJobKind.INDEX_KEY, null, "operator", "test")))
                .isPresent();
        IndexKeyReplacement.await(jobs, indexKeys)
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> Rows.texts("select state from key_job order by id desc limit 1")
                        .equals(List.of("FINISHED")));
    }
}
