package io.zizhi.qualification.filing.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class LetterFilingComponentTest {

    private Letters letters;

    @BeforeEach
    void start() {
        letters = new Letters(Filer.ofAgency());
        Peers.reset();
    }

    @Test
    void shows_drafted_letter_completely() {
        Map<String, Object> form = Letters.good();

        long id = letters.drafted(form);

        letters.get(id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("DRAFT"))
                .body("validity", equalTo("INVALID"))
                .body("form.name", equalTo(form.get("name")))
                .body("form.authoriser", equalTo(form.get("authoriser")))
                .body("form.authorisedParty", equalTo(form.get("authorisedParty")))
                .body("form.validTo", equalTo(Letters.LAST_DAY.toString()))
                .body("form.signatureNames", contains("星河示例", "Galaxy2026"))
                .body("workOrder", nullValue());
    }

    @Test
    void draft_letter_requires_only_a_free_name() {
        Map<String, Object> bare = Forms.map("name", Letters.good().get("name"));
        letters.drafted(bare);

        letters.draft(bare).then().statusCode(409).body("code", equalTo("NAME_TAKEN"));
        Map<String, Object> lookalike = Forms.map("name", bare.get("name") + "\uFE0F");
        letters.draft(lookalike).then().statusCode(409).body("code", equalTo("NAME_TAKEN"));
        letters.draft(Forms.map()).then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
        new Letters(Filer.ofCompanyB()).draft(bare).then().statusCode(201);
    }

    @Test
    void rejects_more_than_100_signatures() {
        Map<String, Object> form = Letters.good();
        form.put(
                "signatureNames",
                java.util.stream.IntStream.range(0, 101)
                        .mapToObj(number -> "签名" + number)
                        .toList());

        letters.draft(form).then().statusCode(400).body("errors.code", hasItem("TOO_MANY_SIGNATURES"));
    }

    @Test
    void editing_letter_requires_current_version() {
        Map<String, Object> form = Letters.good();
        long id = letters.drafted(form);
        String earlier = Letters.LAST_DAY.minusYears(1).toString();
        form.put("validTo", earlier);

        letters.edit(id, form)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("form.validTo", equalTo(earlier));

        Filer.as("agency")
                .header("If-Match", 1)
                .body(form)
                .put("/v1/authorization-letters/" + id)
                .then()
                .statusCode(412);
        Filer.as("agency")
                .body(form)
                .put("/v1/authorization-letters/" + id)
                .then()
                .statusCode(428);
        letters.timeline(id)
                .then()
                .body("items.act", contains("DRAFTED", "EDITED"))
                .body("items[1].details.fields", contains("/validTo"));
        String cursor = Filer.as("agency")
                .get("/v1/authorization-letters/" + id + "/timeline?limit=1")
                .then()
                .body("items.act", contains("DRAFTED"))
                .extract()
                .jsonPath()
                .getString("nextCursor");
        Filer.as("agency")
                .get("/v1/authorization-letters/" + id + "/timeline?limit=1&cursor=" + cursor)
                .then()
                .body("items.act", contains("EDITED"));
    }

    @Test
    void hides_letters_from_other_accounts() {
        long id = letters.drafted(Letters.good());
        Letters stranger = new Letters(Filer.ofCompanyB());

        stranger.get(id).then().statusCode(404).body("code", equalTo("LETTER_NOT_FOUND"));
        stranger.timeline(id).then().statusCode(404);
        stranger.post(id, "evaluation").then().statusCode(404);
        stranger.list("?limit=100").then().statusCode(200).body("items.id", not(hasItem((int) id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "auditor"})
    void staff_read_history_of_every_letter(String staff) {
        long id = letters.drafted(Letters.good());
        letters.delete(id).then().statusCode(204);

        Filer.as(staff)
                .get("/v1/authorization-letters/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.act", contains("DRAFTED", "DELETED"))
                .body("items.actor", everyItem(notNullValue()));
        Filer.as(staff)
                .get("/v1/authorization-letters/999999999/timeline")
                .then()
                .statusCode(404);
    }

    @Test
    void deleting_letter_publishes_event_and_frees_name() {
        Map<String, Object> form = Letters.good();
        long id = letters.drafted(form);

        letters.delete(id).then().statusCode(204);

        letters.get(id).then().statusCode(404);
        assertThat(EventBus.await(EventType.LETTER_DELETED, Long.toString(id))).isNotNull();
        letters.draft(form).then().statusCode(201);
    }

    @Test
    void filters_and_pages_letters() {
        Map<String, Object> form = Letters.good();
        String signature = "签" + (System.nanoTime() % 1_000_000_000L);
        form.put("signatureNames", List.of("星河示例", signature));
        long first = letters.drafted(form);
        form.put("name", Letters.good().get("name"));
        long second = letters.drafted(form);

        String query = "?signatureName=" + signature;
        letters.list(query)
                .then()
                .body("items.id", contains((int) second, (int) first))
                .body("nextCursor", nullValue());
        String cursor = letters.list(query + "&limit=1")
                .then()
                .body("items.id", contains((int) second))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        letters.list(query + "&limit=1&cursor=" + cursor).then().body("items.id", contains((int) first));
        letters.list(query + "&status=APPROVED").then().body("items", equalTo(List.of()));
        letters.list(query + "&status=DRAFT&validity=INVALID&creditCode=" + form.get("creditCode"))
                .then()
                .body("items.id", contains((int) second, (int) first))
                .body("items.form.creditCode", everyItem(equalTo(form.get("creditCode"))));
        letters.list(query + "&validity=VALID").then().body("items", equalTo(List.of()));
        letters.list(query + "&creditCode=91310115MA00000X0").then().body("items", equalTo(List.of()));
        letters.list("?status=NONE").then().statusCode(400).body("code", equalTo("STATUS_UNKNOWN"));
        letters.list("?validity=NONE").then().statusCode(400).body("code", equalTo("VALIDITY_UNKNOWN"));
    }

    @Test
    void renews_only_approved_letters() {
        long id = letters.drafted(Letters.good());

        letters.post(id, "renewal").then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void pre_check_passes_valid_letter_and_reports_failures() {
        letters.post(letters.drafted(Letters.good()), "evaluation")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("rules.status", everyItem(equalTo("PASSED")));

        Map<String, Object> bad = Letters.good();
        bad.put("authorisedParty", "另一示例有限公司");
        bad.put("validFrom", "2020-01-01");
        bad.put("validTo", "2020-03-01");
        bad.put("signatureNames", List.of("星河测试", "星河示例", "星河示例"));
        Peers.set(String.valueOf(bad.get("documentId")), "QUARANTINED");
        letters.post(letters.drafted(bad), "evaluation")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("rules.find{it.code=='LETTER_PARTY_MISMATCH'}.pointer", equalTo("/authorisedParty"))
                .body("rules.find{it.code=='LETTER_EXPIRED'}.status", equalTo("FAILED"))
                .body("rules.find{it.code=='LETTER_PERIOD_SHORT'}.status", equalTo("WARNING"))
                .body(
                        "rules.find{it.status=='FAILED' && it.code=='SIGN_NAME_INVALID'}.pointer",
                        equalTo("/signatureNames/0"))
                .body("rules.find{it.code=='SIGN_NAME_REPEATED'}.pointer", equalTo("/signatureNames/2"))
                .body("rules.find{it.code=='DOCUMENT_QUARANTINED'}.adviceZh", notNullValue());
    }

    @Test
    void pre_check_reports_unknown_results() {
        long id = letters.drafted(Letters.good());
        Peers.set("document-service", "down");

        letters.post(id, "evaluation")
                .then()
                .statusCode(200)
                .body(
                        "rules.find{it.pointer=='/documentId' && it.code=='DOCUMENT_NOT_USABLE'}.status",
                        equalTo("UNKNOWN"));
    }
}
