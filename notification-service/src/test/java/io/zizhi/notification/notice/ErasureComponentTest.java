package io.zizhi.notification.notice;

import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.issue;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.reserve;
import static io.zizhi.notification.Clients.verified;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ErasureComponentTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final String account = AccountErasures.newAccount();
    private final String phone = newPhone();
    private final long qualification = ThreadLocalRandom.current().nextLong(1, 1L << 50);
    private long version;

    @Test
    void removes_numbers_and_what_the_local_inbox_received() {
        submitWith(verified(account, phone));
        assertThat(rows("contact")).isEqualTo(1);

        Map<String, Integer> erased = AccountErasures.erase(account);

        assertThat(erased)
                .containsEntry("contacts", 1)
                .containsEntry("phone-verifications", 1)
                .containsEntry("phone-code-sends", 1)
                .containsEntry("local-inbox-messages", 1);
        for (String table : List.of("contact", "phone_verification", "phone_code_failures")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(inbox(phone)).isEmpty();
        issue(account, newPhone()).then().statusCode(409).body("code", equalTo("ACCOUNT_ERASED"));
    }

    @Test
    void drops_messages_that_are_not_sent_yet() {
        submitWith(verified(account, phone));
        Rows.change("insert into sms_message(message_id, account_id, template, subject, phone, parameters, status,"
                + " queued_at) values (md5('" + account + "'), '" + account
                + "', 'QUALIFICATION_APPROVED', 'test', 'x', 'x', 'QUEUED', clock_timestamp() + interval '1 hour')");

        assertThat(AccountErasures.erase(account)).containsEntry("sms-messages", 1);

        assertThat(Rows.texts("select status || ' ' || outcome_code from sms_message where phone is null and"
                        + " message_id = md5('" + account + "')"))
                .containsExactly("FAILED ACCOUNT_ERASED");
    }

    @Test
    void an_accepted_message_loses_its_number_and_is_not_asked_about() {
        submitWith(verified(account, phone));
        Rows.change("insert into sms_message(message_id, account_id, template, subject, phone, status, queued_at,"
                + " receipt_due_at) values (md5('" + account + "'), '" + account
                + "', 'QUALIFICATION_APPROVED', 'test', 'x', 'ACCEPTED', clock_timestamp(),"
                + " clock_timestamp() + interval '1 hour')");

        assertThat(AccountErasures.erase(account)).containsEntry("sms-messages", 1);

        assertThat(Rows.texts("select status from sms_message where phone is null and receipt_due_at is null and"
                        + " message_id = md5('" + account + "')"))
                .containsExactly("ACCEPTED");
    }

    @Test
    void late_result_is_skipped_and_parks_nothing() {
        String contact = verified(account, phone);
        submitWith(contact);
        AccountErasures.erase(account);

        publish(approved(contact));

        await().until(() -> Rows.count("select count(*) from inbox_cursor where topic = 'zizhi.qualification.v1' and"
                        + " last_version = 2 and parked_at is null and aggregate_id = '" + qualification + "'")
                == 1);
        assertThat(Rows.count("select count(*) from notice where qualification_id = " + qualification))
                .isZero();
    }

    private void submitWith(String contact) {
        reserve(contact, account, phone, qualification, 1).then().statusCode(200);
        publish(new QualificationSubmitted(
                qualification,
                qualification + 1,
                account,
                1,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of(),
                contact,
                NOW));
        await().until(() -> rows("contact") == 1);
        // the inbox shows a code shortly before its message is finished
        await().until(() -> Rows.count(
                        "select count(*) from sms_message where phone is not null and account_id = '" + account + "'")
                == 0);
    }

    private QualificationApproved approved(String contact) {
        return new QualificationApproved(qualification, qualification + 1, account, "示例资质", contact, NOW);
    }

    private void publish(Event event) {
        EventBus.publish(event, ++version);
    }

    private long rows(String table) {
        return Rows.count("select count(*) from " + table + " where account_id = '" + account + "'");
    }
}
