package io.zizhi.qualification.account.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.EventType;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving an account to another company or person takes two operators. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class IdentityChangeComponentTest {

    private static final String PATH = "/v1/operations/identity-changes";
    private static final Map<String, Object> OTHER =
            Forms.map("kind", "COMPANY", "companyName", "另一示例有限公司", "creditCode", "91330100716105852F");

    private final String account = "account-" + UUID.randomUUID();

    @BeforeEach
    void verify_the_account() {
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
    }

    @Test
    void rejects_owner_change_by_one_operator() {
        set(OTHER).statusCode(409).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        set(Forms.map("kind", "PERSON")).statusCode(409).body("code", equalTo("SECOND_PERSON_REQUIRED"));

        assertThat(companyName()).isEqualTo("示例科技有限公司");
        assertThat(EventBus.all(EventType.ACCOUNT_VERIFIED, account)).hasSizeLessThan(2);
    }

    @Test
    void points_to_invalid_identity_fields_in_request() {
        ask(Forms.map("kind", "COMPANY", "companyName", "另一示例有限公司", "creditCode", "91"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/identity/creditCode"));
    }

    @Test
    void one_operator_may_repeat_identity_or_rename_company() {
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
        Filer.verify(account, "改名示例科技有限公司", "91330106673959654P");

        assertThat(companyName()).isEqualTo("改名示例科技有限公司");
    }

    @Test
    void changes_owner_when_another_operator_confirms() {
        long id = asked();
        assertThat(companyName()).isEqualTo("示例科技有限公司");

        confirm("operator", id).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        confirm("operator-b", id)
                .statusCode(200)
                .body("state", equalTo("CARRIED_OUT"))
                .body("closedBy", equalTo("operator-b"));

        assertThat(companyName()).isEqualTo("另一示例有限公司");
        assertThat(EventBus.await(EventType.ACCOUNT_VERIFIED, account, 2))
                .extracting(event -> ((AccountVerified) event).creditCode())
                .containsExactly("91330106673959654P", "91330100716105852F");
        assertThat(audited())
                .containsExactly("operator account.change-requested", "operator-b account.change-confirmed");
        confirm("operator-b", id).statusCode(409).body("code", equalTo("IDENTITY_CHANGE_CLOSED"));
    }

    @Test
    void allows_one_open_request_which_any_operator_takes_back() {
        long id = asked();
        ask(OTHER).statusCode(409).body("code", equalTo("IDENTITY_CHANGE_OPEN"));

        listed("REQUESTED").body("items.findAll{it.id==" + id + "}", hasSize(1));
        cancel(id).statusCode(200).body("state", equalTo("CANCELLED"));
        cancel(id).statusCode(409).body("code", equalTo("IDENTITY_CHANGE_CLOSED"));
        confirm("operator-b", id).statusCode(409).body("code", equalTo("IDENTITY_CHANGE_CLOSED"));

        listed("REQUESTED").body("items.findAll{it.id==" + id + "}", hasSize(0));
        listed("CANCELLED").body("items.findAll{it.id==" + id + "}", hasSize(1));
        assertThat(companyName()).isEqualTo("示例科技有限公司");
        asked();
    }

    @Test
    void rejects_confirmation_after_identity_has_changed() {
        long id = asked();
        Filer.verify(account, "改名示例科技有限公司", "91330106673959654P");

        confirm("operator-b", id).statusCode(409).body("code", equalTo("IDENTITY_CHANGED"));
        assertThat(companyName()).isEqualTo("改名示例科技有限公司");
    }

    @Test
    void rejects_request_for_change_that_one_operator_may_make() {
        Map<String, Object> renamed =
                Forms.map("kind", "COMPANY", "companyName", "改名示例科技有限公司", "creditCode", "91330106673959654P");
        ask(renamed).statusCode(409).body("code", equalTo("NOTHING_TO_CONFIRM"));
        ask("account-" + UUID.randomUUID(), OTHER).statusCode(409).body("code", equalTo("NOTHING_TO_CONFIRM"));
    }

    @Test
    void opens_one_of_two_concurrent_requests() {
        List<CompletableFuture<Integer>> calls = Stream.of("operator", "operator-b", "operator", "operator-b")
                .map(operator -> CompletableFuture.supplyAsync(
                        () -> post(operator, account, OTHER).statusCode()))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void allows_only_operators_and_returns_404_for_unknown_requests() {
        post("applicant-a", account, OTHER).then().statusCode(403);
        post("supervisor", account, OTHER).then().statusCode(403);
        confirm("operator-b", 999_999_999L).statusCode(404).body("code", equalTo("IDENTITY_CHANGE_NOT_FOUND"));
        cancel(999_999_999L).statusCode(404).body("code", equalTo("IDENTITY_CHANGE_NOT_FOUND"));
    }

    private ValidatableResponse set(Map<String, Object> identity) {
        return Filer.as("operator")
                .body(identity)
                .put("/internal/v1/accounts/" + account + "/identity")
                .then();
    }

    private long asked() {
        return ask(OTHER)
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse ask(Map<String, Object> identity) {
        return ask(account, identity);
    }

    private static ValidatableResponse ask(String accountId, Map<String, Object> identity) {
        return post("operator", accountId, identity).then();
    }

    private static Response post(String operator, String accountId, Map<String, Object> identity) {
        return Filer.as(operator)
                .body(Forms.map("accountId", accountId, "identity", identity, "reason", "Merged; certificate checked."))
                .post(PATH);
    }

    private static ValidatableResponse confirm(String operator, long id) {
        return Filer.as(operator).post(PATH + "/" + id + "/confirmation").then();
    }

    private static ValidatableResponse cancel(long id) {
        return Filer.as("operator-b").post(PATH + "/" + id + "/cancellation").then();
    }

    private static ValidatableResponse listed(String state) {
        return Filer.as("operator")
                .get(PATH + "?limit=100&state=" + state)
                .then()
                .statusCode(200);
    }

    private String companyName() {
        return Filer.as("operator")
                .get("/internal/v1/accounts/" + account + "/identity")
                .jsonPath()
                .getString("companyName");
    }

    private List<String> audited() {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select actor || ' ' || action from audit_entry where account_id = '" + account
                                        + "' and object_type = 'account-identity-change' order by sequence",
                                String.class)
                        .getResultList()));
    }
}
