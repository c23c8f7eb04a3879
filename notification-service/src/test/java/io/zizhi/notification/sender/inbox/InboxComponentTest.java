package io.zizhi.notification.sender.inbox;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.SmsOutcomes;
import io.zizhi.notification.sender.channel.GivenSenders;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InboxComponentTest {

    @Inject
    PutIntoInbox put;

    @Inject
    @Any
    Instance<SmsSender> senders;

    @Inject
    InboxMessageRepository messages;

    @Inject
    InboxCipher cipher;

    @Inject
    SmsOutcomes outcomes;

    @Test
    void operator_reads_messages_of_a_number_newest_first() {
        String phone = newPhone();
        issued("applicant-a", phone);
        inbox(phone, 1);
        Rows.letSendsAge("61 seconds");
        issued("applicant-a", phone);
        var arrived = inbox("+86" + phone, 2);
        assertThat(arrived).hasSize(2).allSatisfy(sms -> {
            assertThat(sms.get("phone")).isEqualTo(phone);
            assertThat(sms.get("template")).isEqualTo("PHONE_CODE");
        });
        assertThat(arrived.getFirst().get("sentAt"))
                .isGreaterThan(arrived.getLast().get("sentAt"));
    }

    @Test
    void shows_a_message_handed_over_twice_once_and_records_both() {
        String phone = newPhone();
        String id = UUID.randomUUID().toString().replace("-", "");
        for (int attempt = 1; attempt <= 2; attempt++) {
            Sms sms = new Sms(id, attempt, Phone.of(phone), SmsTemplate.PHONE_CODE, SmsLanguage.EN, Map.of(), "text");
            Reactive.run(() -> put.put(sms));
        }
        assertThat(inbox(phone)).hasSize(1);
        assertThat(Rows.handOvers(id)).isEqualTo(2);
    }

    @Test
    void stored_messages_are_encrypted() {
        String phone = newPhone();
        issued("applicant-a", phone);
        var sms = inbox(phone, 1).getFirst();
        String row = "select encode(phone, 'escape') || encode(text, 'escape') || phone_index from local_inbox"
                + " where message_id = '" + sms.get("messageId") + "'";
        assertThat(Rows.texts(row).getFirst()).doesNotContain(phone);
    }

    @Test
    void an_unused_number_has_an_empty_inbox() {
        assertThat(inbox(newPhone())).isEmpty();
    }

    @Test
    void refuses_missing_and_foreign_numbers() {
        as("operator")
                .get("/v1/inbox")
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_REQUIRED"))
                .body("errors.pointer", hasItem("?phone"));
        as("operator")
                .queryParam("phone", "nonsense")
                .get("/v1/inbox")
                .then()
                .statusCode(400)
                .body("code", equalTo("PHONE_INVALID"));
    }

    @Test
    void page_shows_the_newest_messages_as_text() {
        String phone = newPhone();
        String text = "<script>alert('" + phone + "')</script>";
        put(phone, "first of " + phone);
        put(phone, text);
        issued("applicant-a", newPhone());
        String page = page("127.0.0.1")
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .extract()
                .asString();
        assertThat(page)
                .contains(phone, "&lt;script&gt;alert(&#39;" + phone + "&#39;)&lt;/script&gt;")
                .contains("http-equiv=\"refresh\"")
                .doesNotContain("<script")
                .doesNotContainPattern("(src|href)=");
        assertThat(page.indexOf("&lt;script")).isPositive().isLessThan(page.indexOf("first of " + phone));
    }

    @Test
    void page_shows_states_and_a_bounded_number_of_messages() {
        String phone = newPhone();
        IntStream.range(0, 60).forEach(each -> put(phone, "older " + each));
        String queued = newPhone();
        issued("applicant-a", queued);
        inbox(queued, 1);
        await().untilAsserted(() -> assertThat(page("localhost").extract().asString())
                .containsPattern(queued + "</td><td>ACCEPTED</td>")
                .satisfies(page -> assertThat(page.split("<tr><td>")).hasSizeLessThanOrEqualTo(51)));
    }

    @Test
    void page_refuses_names_that_lead_to_this_machine() {
        page("inbox.example.com").statusCode(404);
    }

    @Test
    void production_has_no_page() {
        assertThat(Reactive.inTransaction(() -> inboxIn("local").page("127.0.0.1:8084")))
                .startsWith("<!doctype html>");
        assertThatThrownBy(() -> inboxIn("prod").page("127.0.0.1:8084"))
                .as("before any connection to the database")
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no SMS inbox");
    }

    private ShowInbox inboxIn(String profile) {
        return new ShowInbox(GivenSenders.inboxIn(profile, senders), messages, cipher, outcomes);
    }

    private static ValidatableResponse page(String host) {
        return io.restassured.RestAssured.given()
                .header("Host", host)
                .get("/local/inbox")
                .then();
    }

    private void put(String phone, String text) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Sms sms = new Sms(id, 1, Phone.of(phone), SmsTemplate.PHONE_CODE, SmsLanguage.EN, Map.of(), text);
        Reactive.run(() -> put.put(sms));
    }

    @Test
    void only_operators_read_the_inbox() {
        for (String user : new String[] {"applicant-a", "reviewer-a", "supervisor", "auditor"}) {
            as(user).queryParam("phone", "13800138000").get("/v1/inbox").then().statusCode(403);
        }
        io.restassured.RestAssured.given()
                .queryParam("phone", "13800138000")
                .get("/v1/inbox")
                .then()
                .statusCode(401);
    }
}
