package io.zizhi.notification.notice;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.reserve;
import static io.zizhi.notification.Clients.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Waits;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class NoticeListComponentTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final String account = AccountErasures.newAccount();
    private final String phone = newPhone();
    private final long qualification = ThreadLocalRandom.current().nextLong(1, 1L << 50);
    private long version;

    @Test
    void shows_what_was_sent_to_whom() {
        String contact = verified(account, phone);
        reserve(contact, account, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact));
        publish(new QualificationApproved(qualification, qualification + 1, account, "示例资质", contact, NOW));
        publish(new QualificationSuspended(
                qualification, qualification + 1, account, "示例资质", contact, "COMPLAINTS", 0, NOW));
        inbox(phone, 3);

        Waits.await().untilAsserted(() -> list("status=ACCEPTED").body("items", hasSize(2)));
        String masked = phone.substring(0, 3) + "****" + phone.substring(7);
        list("qualificationId=" + qualification)
                .body("items.template", contains("QUALIFICATION_SUSPENDED", "QUALIFICATION_APPROVED"))
                .body("items.phone", contains(masked, masked))
                .body("items[0].workOrder", equalTo(qualification + 1));
        list("qualificationId=1").body("items", hasSize(0));
        list("status=FAILED").body("items", hasSize(0));
        list("to=2026-01-01T00:00:00Z").body("items", hasSize(0));
        String cursor = list("limit=1").body("items", hasSize(1)).extract().path("nextCursor");
        list("limit=1&cursor=" + cursor).body("items.template", contains("QUALIFICATION_APPROVED"));
        as("applicant-b")
                .get("/v1/notices?qualificationId=" + qualification)
                .then()
                .body("items", hasSize(0));
        as(account).get("/v1/notices?status=LOST").then().statusCode(400);
    }

    @Test
    void shows_what_receipts_say() {
        String contact = verified(account, phone);
        reserve(contact, account, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact));
        publish(new QualificationApproved(qualification, qualification + 1, account, "示例资质", contact, NOW));
        publish(new QualificationSuspended(
                qualification, qualification + 1, account, "示例资质", contact, "COMPLAINTS", 0, NOW));
        Waits.await().untilAsserted(() -> list("status=ACCEPTED").body("items", hasSize(2)));

        receipt("QUALIFICATION_APPROVED", "delivery = 'DELIVERED'");
        receipt("QUALIFICATION_SUSPENDED", "delivery = 'FAILED', delivery_code = 'UNDELIV'");
        list("status=ACCEPTED").body("items", hasSize(0));
        list("status=DELIVERED")
                .body("items.template", contains("QUALIFICATION_APPROVED"))
                .body("items[0].status", equalTo("DELIVERED"))
                .body("items[0].failureCode", nullValue());
        list("status=FAILED")
                .body("items.template", contains("QUALIFICATION_SUSPENDED"))
                .body("items[0].status", equalTo("FAILED"))
                .body("items[0].failureCode", equalTo("UNDELIV"));

        receipt("QUALIFICATION_APPROVED", "delivery = 'UNKNOWN'");
        receipt("QUALIFICATION_SUSPENDED", "delivery_code = null");
        list("status=UNKNOWN").body("items.template", contains("QUALIFICATION_APPROVED"));
        list("status=FAILED").body("items.failureCode", contains("NOT_DELIVERED"));
    }

    private void receipt(String template, String columns) {
        Rows.change("update sms_message set " + columns + " where account_id = '" + account + "' and template = '"
                + template + "'");
    }

    @Test
    void erases_the_list_with_its_account() {
        String contact = verified(account, phone);
        reserve(contact, account, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact));
        publish(new QualificationApproved(qualification, qualification + 1, account, "示例资质", contact, NOW));
        inbox(phone, 2);
        assertThat(AccountErasures.erase(account)).containsEntry("notices", 1);
    }

    private ValidatableResponse list(String query) {
        return as(account).get("/v1/notices?" + query).then().statusCode(200);
    }

    private QualificationSubmitted submitted(String contact) {
        return new QualificationSubmitted(
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
                NOW);
    }

    private void publish(Event event) {
        EventBus.publish(event, ++version);
    }
}
