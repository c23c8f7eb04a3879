package io.zizhi.notification.notice;

import static io.zizhi.notification.Clients.check;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.reserve;
import static io.zizhi.notification.Clients.verified;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.LetterContact;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.contracts.QualificationReinstated;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationRevoked;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.SmsAccepted;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class NoticeComponentTest {

    private static final String ACCOUNT = "company-a";
    private static final String NAME = "星河示例资质";
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final String phone = newPhone();
    private final long qualification = ThreadLocalRandom.current().nextLong(1, 1L << 50);
    private final long workOrder = qualification + 1;
    private long version;

    @Test
    void consumes_verification_and_notifies_once_per_result() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        UUID eventId = publish(approved(contact, workOrder));
        for (int delivery = 0; delivery < 3; delivery++) {
            EventBus.publish(approved(contact, workOrder), version, eventId);
        }
        publish(approved(contact, workOrder));
        publish(rejected(contact, workOrder + 1));
        publish(supplement(contact, workOrder + 2));
        List<Map<String, String>> arrived = inbox(phone, 4);
        assertThat(arrived)
                .extracting(sms -> sms.get("template"))
                .containsExactlyInAnyOrder(
                        "QUALIFICATION_SUPPLEMENT_REQUESTED",
                        "QUALIFICATION_REJECTED",
                        "QUALIFICATION_APPROVED",
                        "PHONE_CODE");
        assertThat(arrived).allSatisfy(sms -> assertThat(sms.get("phone")).isEqualTo(phone));
        assertThat(text(arrived, "QUALIFICATION_APPROVED")).contains(NAME, Long.toString(workOrder), "已通过审核");
        assertThat(text(arrived, "QUALIFICATION_REJECTED")).contains(NAME, "共 2 条原因", "营业证件已过期", "图片模糊");
        assertThat(text(arrived, "QUALIFICATION_SUPPLEMENT_REQUESTED")).contains(NAME, "共 1 项", "证明材料不足");
        assertThat(noticesOf(qualification)).isEqualTo(3);
        assertNotifiedOnce(arrived);
    }

    private void assertNotifiedOnce(List<Map<String, String>> arrived) {
        for (Map<String, String> sms : arrived) {
            List<Event> notified = EventBus.await(EventType.SMS_ACCEPTED, sms.getOrDefault("messageId", ""), 1);
            assertThat(notified).hasSize(1);
            assertThat(((SmsAccepted) notified.getFirst()).accountId()).isEqualTo(ACCOUNT);
        }
    }

    @Test
    void confirms_without_lease_or_reservation() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        Rows.change("update phone_verification set reserved_until = reserved_until - interval '1 hour',"
                + " usable_until = usable_until - interval '1 hour' where verification_id = '" + contact + "'");
        publish(submitted(contact, 1));
        awaitUsed(contact);
        publish(approved(contact, workOrder));
        inbox(phone, 2);
    }

    @Test
    void notifies_applicant_whose_number_went_to_another_submission() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification + 7, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        publish(approved(contact, workOrder));
        inbox(phone, 2);
        check(contact, ACCOUNT, phone).then().body("status", equalTo("VERIFIED"));
    }

    @Test
    void a_used_verification_is_refused_for_a_second_submission() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        reserve(contact, ACCOUNT, phone, qualification, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("PHONE_VERIFICATION_USED"));
    }

    @Test
    void withdrawal_makes_the_verification_usable_again() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        publish(new QualificationWithdrawn(qualification, workOrder, ACCOUNT, NOW));
        await().untilAsserted(() -> check(contact, ACCOUNT, phone).then().body("status", equalTo("VERIFIED")));
        reserve(contact, ACCOUNT, phone, qualification, 2).then().statusCode(200);
        publish(submitted(contact, 2));
        awaitUsed(contact);
    }

    @Test
    void deletion_purges_the_numbers_of_a_qualification() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        publish(new QualificationWithdrawn(qualification, workOrder, ACCOUNT, NOW));
        publish(new QualificationDeleted(qualification, ACCOUNT, NOW));
        await().untilAsserted(() -> assertThat(
                        Rows.count("select (select count(*) from contact where qualification_id = " + qualification
                                + ") + (select count(*) from phone_verification where qualification_id = "
                                + qualification + ")"))
                .isZero());
    }

    @Test
    void expiries_of_one_day_make_one_message_in_the_morning() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        LocalDate lastDay = LocalDate.of(2026, 12, 24);
        publish(expiring(contact, 30, lastDay));
        publish(expiring(contact, 30, lastDay));
        publish(expiring(contact, 7, lastDay));
        publish(expired(contact, Instant.now().plus(Duration.ofHours(1)), lastDay));
        publish(expired(contact, Instant.parse("2026-11-19T16:00:00Z"), lastDay.minusDays(35)));

        List<Map<String, String>> arrived = inbox(phone, 4);
        assertThat(arrived)
                .extracting(sms -> sms.get("template"))
                .containsExactlyInAnyOrder(
                        "QUALIFICATION_EXPIRED", "QUALIFICATION_EXPIRING", "QUALIFICATION_EXPIRING", "PHONE_CODE");
        assertThat(arrived)
                .extracting(sms -> sms.getOrDefault("text", ""))
                .anyMatch(text -> text.contains("营业证件、法定代表人证件将于 2026-12-24 到期（剩余 30 天）"))
                .anyMatch(text -> text.contains("剩余 7 天"))
                .anyMatch(text -> text.contains("营业证件已于 2026-11-19 到期"));
        assertThat(noticesOf(qualification)).isEqualTo(4);
        assertThat(Rows.count("select count(*) from sms_message where subject = 'qualification/" + qualification
                        + "' and status = 'QUEUED' and queued_at > clock_timestamp() + interval '9 hours'"))
                .isOne();
    }

    @Test
    void notifies_of_each_suspension_reinstatement_and_revocation() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        publish(suspended(contact, NOW));
        publish(new QualificationReinstated(qualification, workOrder, ACCOUNT, NAME, contact, "RESOLVED", NOW));
        publish(suspended(contact, NOW.plusSeconds(1)));
        publish(new QualificationRevoked(qualification, workOrder, ACCOUNT, NAME, contact, "MATERIAL_FALSE", 2, NOW));

        List<Map<String, String>> arrived = inbox(phone, 5);
        assertThat(text(arrived, "QUALIFICATION_SUSPENDED")).contains("暂停使用", "用户投诉");
        assertThat(text(arrived, "QUALIFICATION_REINSTATED")).contains("恢复使用", "问题已整改");
        assertThat(text(arrived, "QUALIFICATION_REVOKED")).contains("撤销", "材料不实");
        assertThat(noticesOf(qualification)).isEqualTo(4);
    }

    private QualificationSuspended suspended(String contact, Instant at) {
        return new QualificationSuspended(qualification, workOrder, ACCOUNT, NAME, contact, "COMPLAINTS", 2, at);
    }

    @Test
    void a_result_for_an_unknown_contact_parks_the_qualification() {
        publish(approved("0".repeat(32), workOrder));
        await().untilAsserted(() -> assertThat(
                        Rows.count("select count(*) from inbox_cursor where parked_at is not null and aggregate_id = '"
                                + qualification + "'"))
                .isOne());
        assertThat(noticesOf(qualification)).isZero();
    }

    @Test
    void letter_results_go_to_the_contact_of_the_companys_qualification() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        publish(submitted(contact, 1));
        awaitUsed(contact);
        LetterContact whom = new LetterContact(qualification, contact);
        long letter = qualification + 1;

        EventBus.publish(
                new AuthorizationLetterSupplementRequested(
                        letter,
                        workOrder + 10,
                        ACCOUNT,
                        "星河示例V1",
                        null,
                        whom,
                        List.of(new SupplementItem("LETTER_UNSIGNED", "/documentId", "AUTHORIZATION_LETTER")),
                        NOW),
                1);
        EventBus.publish(
                new AuthorizationLetterRejected(
                        letter,
                        workOrder + 11,
                        ACCOUNT,
                        "星河示例V1",
                        null,
                        whom,
                        List.of(new DecisionReason("LETTER_UNSIGNED", "/documentId")),
                        NOW),
                2);
        EventBus.publish(
                new AuthorizationLetterApproved(letter, workOrder + 12, ACCOUNT, "星河示例V1", null, whom, NOW), 3);

        EventBus.publish(
                new AuthorizationLetterExpiring(
                        letter, workOrder + 12, ACCOUNT, "星河示例V1", whom, 30, LocalDate.of(2027, 1, 31)),
                4);
        EventBus.publish(
                new AuthorizationLetterExpired(
                        letter,
                        workOrder + 12,
                        ACCOUNT,
                        "星河示例V1",
                        whom,
                        LocalDate.of(2026, 11, 1),
                        Instant.parse("2026-11-01T16:00:00Z")),
                5);

        List<Map<String, String>> arrived = inbox(phone, 6);
        assertThat(text(arrived, "LETTER_EXPIRING")).contains("星河示例V1", "2027-01-31", "剩余 30 天");
        assertThat(text(arrived, "LETTER_EXPIRED")).contains("星河示例V1", "已于 2026-11-01 到期");
        assertThat(text(arrived, "LETTER_APPROVED")).contains("星河示例V1", "已通过审核");
        assertThat(text(arrived, "LETTER_REJECTED")).contains("授权委托书未签章");
        assertThat(text(arrived, "LETTER_SUPPLEMENT_REQUESTED")).contains("共 1 项");
    }

    @Test
    void notifies_of_a_letter_before_its_contacts_submission_arrives() {
        String contact = verified("applicant-a", phone);
        reserve(contact, ACCOUNT, phone, qualification, 1).then().statusCode(200);
        LetterContact whom = new LetterContact(qualification, contact);

        EventBus.publish(
                new AuthorizationLetterApproved(qualification + 1, workOrder, ACCOUNT, "星河示例V1", null, whom, NOW), 1);

        assertThat(text(inbox(phone, 2), "LETTER_APPROVED")).contains("星河示例V1");
        publish(submitted(contact, 1));
        awaitUsed(contact);
        publish(new QualificationDeleted(qualification, ACCOUNT, NOW));
        await().untilAsserted(() -> assertThat(
                        Rows.count("select count(*) from contact where qualification_id = " + qualification))
                .isZero());
    }

    @Test
    void sends_no_letter_notice_without_contact() {
        long letter = qualification + 1;
        EventBus.publish(
                new AuthorizationLetterApproved(letter, workOrder, ACCOUNT, "星河示例V1", qualification, null, NOW), 1);
        EventBus.publish(
                new AuthorizationLetterApproved(
                        letter,
                        workOrder + 1,
                        ACCOUNT,
                        "星河示例V1",
                        null,
                        new LetterContact(qualification, "0".repeat(32)),
                        NOW),
                2);

        await().untilAsserted(() -> assertThat(
                        Rows.count("select count(*) from inbox_cursor where last_version = 2 and parked_at is null"
                                + " and aggregate_id = '" + letter + "'"))
                .isOne());
        assertThat(noticesOf(qualification)).isZero();
    }

    private UUID publish(Event event) {
        version++;
        return EventBus.publish(event, version);
    }

    private void awaitUsed(String contact) {
        await().untilAsserted(() -> check(contact, ACCOUNT, phone).then().body("status", equalTo("USED")));
    }

    private static String text(List<Map<String, String>> arrived, String template) {
        return arrived.stream()
                .filter(sms -> template.equals(sms.get("template")))
                .map(sms -> sms.getOrDefault("text", ""))
                .findFirst()
                .orElseThrow();
    }

    private static long noticesOf(long qualificationId) {
        return Rows.count("select count(*) from notice where qualification_id = " + qualificationId);
    }

    private QualificationSubmitted submitted(String contact, int revision) {
        return new QualificationSubmitted(
                qualification,
                workOrder,
                ACCOUNT,
                revision,
                NAME,
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of(),
                contact,
                NOW);
    }

    private QualificationApproved approved(String contact, long decided) {
        return new QualificationApproved(qualification, decided, ACCOUNT, NAME, contact, NOW);
    }

    private QualificationRejected rejected(String contact, long decided) {
        var reasons = List.of(
                new DecisionReason("CERT_EXPIRED", "/company/certificate"),
                new DecisionReason("IMAGE_BLURRED", "/administrator"));
        return new QualificationRejected(qualification, decided, ACCOUNT, NAME, contact, reasons, NOW);
    }

    private QualificationSupplementRequested supplement(String contact, long decided) {
        var items = List.of(new SupplementItem("MATERIAL_INSUFFICIENT", "", "MORE_MATERIAL"));
        return new QualificationSupplementRequested(qualification, decided, ACCOUNT, NAME, contact, items, NOW);
    }

    private QualificationExpiring expiring(String contact, int daysLeft, LocalDate endsOn) {
        return new QualificationExpiring(
                qualification,
                workOrder,
                ACCOUNT,
                NAME,
                contact,
                List.of(Evidence.CERTIFICATE, Evidence.LEGAL_REPRESENTATIVE),
                daysLeft,
                endsOn);
    }

    private QualificationExpired expired(String contact, Instant at, LocalDate endsOn) {
        return new QualificationExpired(
                qualification, workOrder, ACCOUNT, NAME, contact, List.of(Evidence.CERTIFICATE), endsOn, at);
    }
}
