package io.zizhi.notification.verification.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Meanwhile;
import io.zizhi.notification.Rows;
import io.zizhi.notification.limits.GivenLimits;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SendLimitsComponentTest {

    private static final String WIDE = "100000/PT1H";
    private static final String TWO = "2/PT1H";

    @Inject
    CodeSendRepository sends;

    @Inject
    DatabaseTime time;

    @Inject
    BlindIndex index;

    @Inject
    Blocking blocking;

    @Inject
    RefusedCodes refused;

    @Inject
    MeterRegistry metrics;

    @Test
    void counts_codes_per_account() {
        SendLimits limits = limits(TWO, WIDE, WIDE);
        String account = unique();
        double before = refusedBy("account");
        admit(limits, account, unique());
        admit(limits, account, unique());
        assertRefused(limits, account, unique());
        admit(limits, unique(), unique());
        assertThat(refusedBy("account")).isEqualTo(before + 1);
    }

    @Test
    void counts_codes_per_address() {
        SendLimits limits = limits(WIDE, TWO, WIDE);
        String address = unique();
        admit(limits, unique(), address);
        admit(limits, unique(), address);
        assertRefused(limits, unique(), address);
        admit(limits, unique(), unique());
    }

    @Test
    void the_budget_counts_all_codes() {
        SendLimits limits = limits(WIDE, WIDE, "1/PT1S,1/PT1H");
        admit(limits(WIDE, WIDE, WIDE), unique(), unique());
        assertRefused(limits, unique(), unique());
    }

    /** Two replicas are two instances, which share nothing but the database. */
    @Test
    void two_replicas_share_the_last_code_of_a_limit() throws Exception {
        String account = unique();
        List<Future<Boolean>> admitted = Stream.of(limits(TWO, WIDE, WIDE), limits(TWO, WIDE, WIDE))
                .flatMap(replica -> Stream.generate(() -> replica).limit(4))
                .map(replica -> Meanwhile.start(() -> isAdmitted(replica, account)))
                .toList();
        int count = 0;
        for (Future<Boolean> each : admitted) {
            count += each.get(20, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertThat(count).isEqualTo(2);
    }

    private static boolean isAdmitted(SendLimits limits, String account) {
        try {
            admit(limits, account, unique());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    @Test
    void a_refused_code_is_not_counted() {
        SendLimits limits = limits(TWO, WIDE, WIDE);
        String account = unique();
        String number = unique();
        admit(limits, account, unique());
        admit(limits, account, unique());
        assertThatThrownBy(() -> Reactive.inTransaction(() -> limits.admit(BlindHash.of(number), account, unique())))
                .isInstanceOf(ProblemException.class);
        assertThat(Reactive.inTransaction(
                        () -> sends.nthNewest(new SendBucket("number", BlindHash.of(number), List.of()), 1)))
                .isEmpty();
    }

    @Test
    void a_refused_request_does_not_wait_for_the_budget() {
        String phone = Clients.newPhone();
        Clients.issued("applicant-a", phone);
        assertThat(issueWhileTheBudgetIsTaken(phone)).isEqualTo(429);
    }

    @Test
    void a_delayed_number_does_not_wait_for_the_budget() {
        String phone = Clients.newPhone();
        String id = Clients.issued("applicant-a", phone);
        Rows.letSendsAge("61 seconds");
        Rows.change("insert into phone_code_failures (account_id, phone_index, failures, last_failed_at, delayed_until)"
                + " select account_id, phone_index, 20, now(), now() + interval '1 day' from phone_verification"
                + " where verification_id = '" + id + "'");
        assertThat(issueWhileTheBudgetIsTaken(phone)).isEqualTo(429);
    }

    private int issueWhileTheBudgetIsTaken(String phone) {
        return Reactive.inTransaction(() -> sends.lock(new SendBucket("all", BlindHash.of("all"), List.of()))
                .chain(() -> blocking.call(() -> Meanwhile.start(
                                () -> Clients.issue("applicant-a", phone).statusCode())
                        .get(30, TimeUnit.SECONDS))));
    }

    private SendLimits limits(String account, String address, String all) {
        NotificationLimits limits = GivenLimits.of(Map.of(
                "phone-codes.number", WIDE,
                "phone-codes.account", account,
                "phone-codes.address", address,
                "phone-codes.all", all));
        return new SendLimits(sends, new BucketRoom(sends), time, index, limits, refused);
    }

    private double refusedBy(String bucket) {
        return metrics.get("rate_limited").tag("bucket", bucket).counter().count();
    }

    private static void admit(SendLimits limits, String account, String address) {
        Reactive.inTransaction(() -> limits.admit(BlindHash.of(unique()), account, address));
    }

    private static void assertRefused(SendLimits limits, String account, String address) {
        assertThatThrownBy(() -> admit(limits, account, address))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(429);
                    assertThat(problem.code()).isEqualTo("PHONE_CODE_LIMITED");
                    assertThat(problem.detail()).isEqualTo(SendLimits.refusal().detail());
                });
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
