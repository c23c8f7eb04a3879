package io.zizhi.qualification.filing.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Waits;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ErasureComponentTest {

    private Filer filer;
    private String account;

    @BeforeEach
    void verify_new_account() {
        Peers.reset();
        filer = Filer.ofNewAccount();
        account = filer.accountId();
    }

    @Test
    void deletes_qualifications_and_letters_in_any_status() {
        long draft = filer.draft(filer.goodForm());
        Submitted inReview = filer.submitted();
        Submitted approved = filer.approved();
        long signature = bound(approved.id());
        long letter = new Letters(filer).drafted(Letters.good());
        Sheets.upload(filer, 2);

        Map<String, Integer> erased = AccountErasures.erase(account);

        assertThat(erased)
                .containsEntry("letters", 1)
                .containsEntry("identities", 1)
                .containsEntry("bulk-rows", 2)
                .containsKeys("revisions", "authorised-parties", "bulk-filings");
        // the sheet may have drafted one more
        assertThat(erased.get("qualifications")).isGreaterThanOrEqualTo(3);
        for (long id : List.of(draft, inReview.id(), approved.id())) {
            filer.get(id).then().statusCode(404);
            assertThat(EventBus.await(EventType.QUALIFICATION_DELETED, Long.toString(id), 1))
                    .hasSize(1);
        }
        filer.request().get("/v1/qualifications").then().statusCode(200).body("items", hasSize(0));
        new Letters(filer).get(letter).then().statusCode(404);
        EventBus.await(EventType.QUALIFICATION_WITHDRAWN, Long.toString(inReview.id()), 1);
        EventBus.await(EventType.SIGNATURE_RELEASED, Long.toString(signature), 1);
        EventBus.await(EventType.LETTER_DELETED, Long.toString(letter), 1);
    }

    @Test
    void records_each_act_in_timelines_and_audit_log() {
        Submitted inReview = filer.submitted();
        Submitted approved = filer.approved();
        long signature = bound(approved.id());
        Letters letters = new Letters(filer);
        Map<String, Object> form = Letters.good();
        form.put("authoriser", DemoAccounts.COMPANY_B.companyName());
        form.put("creditCode", DemoAccounts.COMPANY_B.creditCode());
        form.put("authorisedParty", DemoAccounts.COMPANY_A.companyName());
        long letter = letters.drafted(form);
        letters.submit(letter).then().statusCode(200);

        AccountErasures.erase(account);

        assertThat(timeline("timeline_entry where qualification_id = " + inReview.id()))
                .containsExactly("WITHDRAWN", "DELETED");
        assertThat(timeline("timeline_entry where qualification_id = " + approved.id()))
                .containsExactly("SIGNATURE_RELEASED", "DELETED");
        assertThat(timeline("carrier_filing_entry where qualification_id = " + approved.id()))
                .containsExactly(
                        "CARRIER_FILING_REQUESTED",
                        "CARRIER_FILING_REQUESTED",
                        "CARRIER_FILING_REQUESTED",
                        "CARRIER_FILING_CANCELLED",
                        "CARRIER_FILING_CANCELLED",
                        "CARRIER_FILING_CANCELLED");
        assertThat(timeline("letter_timeline_entry where letter_id = " + letter))
                .containsExactly("WITHDRAWN", "DELETED");
        assertThat(audited("qualification", inReview.id()))
                .containsExactly("qualification.withdrawn", "qualification.deleted");
        assertThat(audited("qualification", approved.id())).containsExactly("qualification.deleted");
        assertThat(audited("signature", signature)).containsExactly("signature.released");
        assertThat(audited("authorization-letter", letter)).containsExactly("letter.withdrawn", "letter.deleted");
    }

    private static List<String> timeline(String entries) {
        return byService("select act from " + entries + " and ", "id");
    }

    private static List<String> audited(String objectType, long objectId) {
        return byService(
                "select action from audit_entry where object_type = '" + objectType + "' and object_id = '" + objectId
                        + "' and ",
                "sequence");
    }

    private static List<String> byService(String query, String order) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                query + "actor = 'qualification-service' and role = 'service' order by " + order,
                                String.class)
                        .getResultList()));
    }

    @Test
    void cancels_carrier_filings_and_removes_their_notes() {
        bound(filer.approved().id());
        long before = filings("status = 'PENDING'");
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update carrier_filing set note = '\\x01' where account_id = '" + account + "'")
                        .executeUpdate()));

        assertThat(AccountErasures.erase(account)).containsEntry("carrier-filings", 3);

        assertThat(before).isEqualTo(3);
        assertThat(filings("status = 'CANCELLED' and cause = 'RELEASED' and note is null"))
                .isEqualTo(3);
    }

    private long filings(String condition) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from carrier_filing where account_id = '" + account + "' and "
                                        + condition,
                                Long.class)
                        .getSingleResult()));
    }

    @Test
    void removes_personal_data_and_its_hashes_from_all_forms() {
        filer.draft(filer.goodForm());
        Submitted deletedBefore = filer.submitted();
        filer.withdraw(deletedBefore.id());
        filer.delete(deletedBefore.id());
        filer.approved();
        assertThat(count("personal_data <> '' and administrator_index is not null"))
                .as("what there is to erase")
                .isGreaterThanOrEqualTo(3);

        AccountErasures.erase(account);

        assertThat(count("personal_data <> '' or administrator_index is not null or phone_index is not null"
                        + " or legal_representative_index is not null or legal_representative_id_index is not null"
                        + " or decision is not null or evaluation is not null"
                        + " or content ->> 'administrator' is not null or content ->> 'remark' is not null"))
                .isZero();
        assertThat(count("content ->> 'company' is not null"))
                .as("trade data stays")
                .isPositive();
    }

    @Test
    void submitted_forms_of_other_accounts_stay_frozen() {
        Submitted submitted = filer.submitted();

        for (String change : List.of("personal_data = ''", "content = content - 'company'", "evaluation = null")) {
            assertThatThrownBy(() -> Reactive.inTransaction(() -> Panache.getSession()
                            .chain(session -> session.createNativeQuery("update revision set " + change
                                            + " where work_order = " + submitted.workOrder())
                                    .executeUpdate())))
                    .as(change)
                    .hasStackTraceContaining("was submitted and is never changed");
        }
    }

    @Test
    void refuses_everything_personal_afterwards() {
        AccountErasures.erase(account);

        filer.request()
                .body(filer.goodForm())
                .post("/v1/qualifications")
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_ERASED"));
    }

    @Test
    void late_decision_has_no_effect_and_parks_nothing() {
        Submitted inReview = filer.submitted();
        AccountErasures.erase(account);

        Desk.publish(Desk.rejected(inReview.workOrder(), inReview.id()));

        Waits.await()
                .untilAsserted(() -> assertThat(cursor(inReview.workOrder())).isEqualTo("1 not parked"));
    }

    @Test
    void repeated_tombstone_erases_what_appeared_since() {
        AccountErasures.erase(account);
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into account_allowance(account_id, purpose, began_at, used) values ('" + account
                                        + "', 'TEST', clock_timestamp(), 1)")
                        .executeUpdate()));

        assertThat(AccountErasures.erase(account)).containsEntry("allowances", 1);
    }

    private long bound(long qualification) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Map.of(
                        "accountId",
                        account,
                        "name",
                        "签" + UUID.randomUUID().toString().substring(0, 8),
                        "qualificationId",
                        qualification))
                .post("/internal/v1/signatures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long count(String condition) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from revision where account_id = '" + account + "' and (" + condition
                                        + ")",
                                Long.class)
                        .getSingleResult()));
    }

    private static String cursor(long workOrder) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(max(last_version || case when parked_at is null then ' not' else '' end"
                                        + " || ' parked'), '') from inbox_cursor where topic = 'zizhi.review.v1'"
                                        + " and aggregate_id = '" + workOrder + "'",
                                String.class)
                        .getSingleResult()));
    }
}
