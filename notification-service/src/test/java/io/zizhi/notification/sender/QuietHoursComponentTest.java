package io.zizhi.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.limits.GivenLimits;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.quota.ReserveSender;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Claims in the transaction that queues, so that the service itself does not claim the messages first. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class QuietHoursComponentTest {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Inject
    QueueSms queueSms;

    @Inject
    SmsMessageRepository messages;

    @Inject
    DatabaseTime time;

    @Inject
    SmsConfig config;

    @Inject
    PublishSmsOutcome publish;

    @Inject
    ReserveSender reserve;

    private final String account = UUID.randomUUID().toString();

    @Test
    void a_notice_waits_until_the_quiet_hours_end() {
        SmsMessage notice = rolledBack(() -> queueAndClaim(notice(account), quiet(-60, 60)));
        assertThat(notice.status()).isEqualTo(SmsStatus.QUEUED);
        assertThat(notice.attempt()).isZero();
    }

    @Test
    void a_waiting_notice_is_not_claimed_again_before_their_end() {
        ClaimQueuedSms claims = quiet(-60, 60);
        Optional<SmsClaim> second = rolledBack(() -> queueAndClaim(notice(account), claims)
                .call(QuietHoursComponentTest::flush)
                .chain(claims::claim));
        assertThat(second).isEmpty();
    }

    @Test
    void a_waiting_notice_is_sent_after_their_end() {
        SmsOrder order = notice(account);
        String id = Reactive.inTransaction(() -> queueAndClaim(order, quiet(-60, 60)))
                .id();
        assertThat(Rows.count("select count(*) from sms_message where message_id = '" + id
                        + "' and status = 'QUEUED' and waiting and queued_at > now()"))
                .isOne();
        Rows.change("update sms_message set queued_at = now() where message_id = '" + id + "'");
        assertThat(Clients.inbox(order.to().reveal(), 1)).hasSize(1);
    }

    @Test
    void a_code_and_a_test_message_do_not_wait() {
        assertThat(rolledBack(() -> queueAndClaim(code(), quiet(-60, 60))).status())
                .isEqualTo(SmsStatus.CLAIMED);
        assertThat(rolledBack(() -> queueAndClaim(notice("staff"), quiet(-60, 60)))
                        .status())
                .isEqualTo(SmsStatus.CLAIMED);
    }

    private Uni<SmsMessage> queueAndClaim(SmsOrder order, ClaimQueuedSms claims) {
        return queueSms.queue(order)
                .call(QuietHoursComponentTest::flush)
                .chain(claims::claim)
                .map(claim -> claim.orElseThrow().message())
                .invoke(message -> assertThat(message.subject()).isEqualTo(order.subject()));
    }

    private static <T> T rolledBack(Supplier<Uni<T>> work) {
        return Reactive.inTransaction(() -> Panache.currentTransaction()
                .invoke(Mutiny.Transaction::markForRollback)
                .chain(work::get));
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /** Returns claims with quiet hours around the present. Both are minutes from now. */
    private ClaimQueuedSms quiet(int from, int until) {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
        String hours = MINUTE.format(now.plusMinutes(from)) + "-" + MINUTE.format(now.plusMinutes(until));
        return new ClaimQueuedSms(
                messages, time, config, publish, reserve, GivenLimits.of(Map.of("sms.quiet-hours", hours)));
    }

    private static SmsOrder notice(String account) {
        return new SmsOrder(
                account,
                Phone.of(Clients.newPhone()),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "notice/" + UUID.randomUUID(),
                null);
    }

    private SmsOrder code() {
        return new SmsOrder(
                account,
                Phone.of(Clients.newPhone()),
                SmsTemplate.PHONE_CODE,
                Map.of("code", "123456", "minutes", "5"),
                "code/" + UUID.randomUUID(),
                null);
    }
}
