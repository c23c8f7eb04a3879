package io.zizhi.qualification.catalogue.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Pictures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AccountCopyComponentTest {

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofNewAccount();
        Peers.reset();
    }

    @Test
    void copies_drafts_submissions_and_deleted_qualifications_in_plain_text() {
        Submitted submitted = filer.submitted();
        long draft = filer.draft(filer.goodForm());
        long deleted = filer.draft(filer.goodForm());
        filer.delete(deleted).then().statusCode(204);

        List<Map<String, Object>> items = everything();

        assertThat(items.getFirst()).containsEntry("part", "ACCOUNT");
        assertThat(ids(items, "QUALIFICATION", "id")).containsExactly((int) submitted.id(), (int) draft, (int) deleted);
        assertThat(ids(items, "REVISION", "qualificationId"))
                .containsExactlyInAnyOrder((int) submitted.id(), (int) draft, (int) deleted);
        Map<String, Object> revision = revision(items, submitted.id());
        assertThat(revision).containsEntry("workOrder", (int) submitted.workOrder());
        String number = Forms.text(Forms.part(submitted.form(), "administrator"), "idNumber");
        assertThat(String.valueOf(revision.get("personalData"))).contains(number);
    }

    @Test
    void contains_values_that_were_recognised_in_pictures() {
        Map<String, Object> form = filer.goodForm();
        Pictures.recognise(
                Forms.text(Forms.part(form, "administrator"), "portraitDocumentId"),
                Pictures.portrait("赵示例", Forms.residentId()));
        long id = filer.draft(form);
        filer.submit(id).then().statusCode(200);

        assertThat(String.valueOf(revision(everything(), id).get("personalData")))
                .contains("王示例", "赵示例");
    }

    @Test
    void pages_continue_after_the_last_row() {
        for (int count = 0; count < CopyAccount.PAGE + 2; count++) {
            filer.draft(Forms.bare());
        }
        assertThat(ids(everything(), "REVISION", "id"))
                .hasSize(CopyAccount.PAGE + 2)
                .doesNotHaveDuplicates();
    }

    @Test
    void contains_the_person_to_whom_the_account_belongs() {
        String account = AccountErasures.newAccount();
        String number = Forms.residentId();
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "name", "王示例", "idNumber", number))
                .put("/internal/v1/accounts/" + account + "/identity")
                .then()
                .statusCode(200);

        ask("document-service", account, null)
                .then()
                .statusCode(200)
                .body("items[0].part", equalTo("ACCOUNT"))
                .body("items[0].data.person.name", equalTo("王示例"))
                .body("items[0].data.person.idNumber", equalTo(number));
    }

    /** A caller may begin anywhere, so only positions that a recorded page has returned are not recorded. */
    @Test
    void records_a_copy_once_and_each_position_that_was_made_up() {
        String next =
                ask("document-service", null).then().statusCode(200).extract().path("next");
        ask("document-service", next).then().statusCode(200);
        assertThat(copies(filer.accountId())).isEqualTo(1);

        ask("document-service", "QUALIFICATION 0").then().statusCode(200);
        assertThat(copies(filer.accountId())).isEqualTo(2);
        ask("document-service", filer.accountId(), next, "another").then().statusCode(200);
        assertThat(copies(filer.accountId())).isEqualTo(3);
    }

    @Test
    void has_nothing_of_an_account_whose_keys_were_destroyed() {
        String account = AccountErasures.newAccount();
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into account_key(account_id, destroyed_at) values ('" + account + "', now())")
                        .executeUpdate()));

        ask("document-service", account, null).then().statusCode(409).body("code", equalTo("ACCOUNT_ERASED"));
        assertThat(copies(account)).isZero();
    }

    @Test
    void begins_no_chain_of_audit_rows_for_an_unknown_account() {
        String account = AccountErasures.newAccount();

        ask("document-service", account, null).then().statusCode(200);

        long chains = Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from audit_head where chain = '" + account + "'", Long.class)
                        .getSingleResult()));
        assertThat(chains).isZero();
    }

    private static int copies(String account) {
        return Reactive.inTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select action from audit_entry where action = 'account.copied'"
                                                + " and object_id = '" + account + "'",
                                        String.class)
                                .getResultList()))
                .size();
    }

    @Test
    void only_document_service_may_ask() {
        ask("review-service", null).then().statusCode(403);
        Filer.asService("document-service")
                .body(Map.of("recipient", "operator", "after", "SECRET 1"))
                .post("/internal/v1/accounts/" + filer.accountId() + "/copy")
                .then()
                .statusCode(400);
    }

    private List<Map<String, Object>> everything() {
        List<Map<String, Object>> items = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = ask("document-service", after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            after = page.getString("next");
        } while (after != null);
        return items;
    }

    private Response ask(String service, @Nullable String after) {
        return ask(service, filer.accountId(), after);
    }

    private static Response ask(String service, String account, @Nullable String after) {
        return ask(service, account, after, "operator");
    }

    private static Response ask(String service, String account, @Nullable String after, String recipient) {
        Map<String, String> question = new HashMap<>(Map.of("recipient", recipient));
        if (after != null) {
            question.put("after", after);
        }
        return Filer.asService(service).body(question).post("/internal/v1/accounts/" + account + "/copy");
    }

    private static Map<String, Object> revision(List<Map<String, Object>> items, long qualification) {
        return items.stream()
                .filter(item -> "REVISION".equals(item.get("part")))
                .map(AccountCopyComponentTest::data)
                .filter(data -> Objects.equals(data.get("qualificationId"), (int) qualification))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> ids(List<Map<String, Object>> items, String part, String field) {
        return items.stream()
                .filter(item -> part.equals(item.get("part")))
                .map(item -> data(item).get(field))
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    private static Map<String, Object> data(Map<String, Object> item) {
        return (Map<String, Object>) Objects.requireNonNull(item.get("data"));
    }
}
