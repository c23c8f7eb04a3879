package io.zizhi.qualification.testing;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** An applicant at work, over HTTP. */
public final class Filer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String user;
    private final DemoAccount account;

    private Filer(String user, DemoAccount account) {
        this.user = user;
        this.account = account;
    }

    /** Files for a company whose identity was verified. */
    public static Filer ofCompanyA() {
        return verified(new Filer("applicant-a", DemoAccounts.COMPANY_A));
    }

    public static Filer ofCompanyB() {
        return verified(new Filer("applicant-b", DemoAccounts.COMPANY_B));
    }

    public static Filer ofInstitution() {
        return verified(new Filer("institution", DemoAccounts.INSTITUTION));
    }

    /** Files for its customers. */
    public static Filer ofAgency() {
        return verified(new Filer("agency", DemoAccounts.AGENCY));
    }

    /** A natural person. */
    public static Filer ofPerson() {
        as("operator")
                .body(Forms.map("kind", "PERSON"))
                .put("/internal/v1/accounts/" + DemoAccounts.PERSON.id() + "/identity")
                .then()
                .statusCode(200);
        return new Filer("person", DemoAccounts.PERSON);
    }

    private static Filer verified(Filer filer) {
        verify(filer.account.id(), filer.account.companyName(), filer.account.creditCode());
        return filer;
    }

    /** The operator verifies an account. */
    public static void verify(
            String accountId,
            @org.jspecify.annotations.Nullable String companyName,
            @org.jspecify.annotations.Nullable String creditCode) {
        as("operator")
                .body(Forms.map("kind", "COMPANY", "companyName", companyName, "creditCode", creditCode))
                .put("/internal/v1/accounts/" + accountId + "/identity")
                .then()
                .statusCode(200);
    }

    /** Two operators give an account to another company. */
    public static void give(String accountId, String companyName, String creditCode) {
        int change = as("operator")
                .body(Forms.map(
                        "accountId",
                        accountId,
                        "identity",
                        Forms.map("kind", "COMPANY", "companyName", companyName, "creditCode", creditCode),
                        "reason",
                        "the account was sold"))
                .post("/v1/operations/identity-changes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("operator-b")
                .post("/v1/operations/identity-changes/" + change + "/confirm")
                .then()
                .statusCode(200);
    }

    /** A request of that user, with a JSON body if any. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    /** A request of that service. */
    public static RequestSpecification asService(String service) {
        return given().auth()
                .oauth2(Tokens.service(service, "qualification-service"))
                .contentType(ContentType.JSON);
    }

    public RequestSpecification request() {
        return as(user);
    }

    public Map<String, Object> goodForm() {
        return Forms.good(account);
    }

    /** Drafts and returns the id. */
    public long draft(Map<String, Object> form) {
        return request()
                .body(form)
                .post("/v1/qualifications")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public Response get(long id) {
        return request().get("/v1/qualifications/" + id);
    }

    public long version(long id) {
        return get(id).then().statusCode(200).extract().jsonPath().getLong("version");
    }

    public String status(long id) {
        return get(id).then().statusCode(200).extract().jsonPath().getString("status");
    }

    public Response edit(long id, Map<String, Object> form) {
        return request().header("If-Match", version(id)).body(form).put("/v1/qualifications/" + id);
    }

    /** Submits under a new key; the peers learn of it, as they do by the event. */
    public Response submit(long id) {
        Response answer = submit(id, version(id), UUID.randomUUID().toString());
        if (answer.statusCode() == 200) {
            Peers.set("submitted:" + id + "/" + answer.jsonPath().getInt("revision"), "yes");
        }
        return answer;
    }

    public Response submit(long id, long version, String key) {
        return request()
                .header("If-Match", version)
                .header("Idempotency-Key", key)
                .post("/v1/qualifications/" + id + "/submission");
    }

    /** Drafts and submits a good form and returns the work order. */
    public Submitted submitted() {
        Map<String, Object> form = goodForm();
        long id = draft(form);
        long workOrder = submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        return new Submitted(id, workOrder, form);
    }

    public Response withdraw(long id) {
        return request().header("If-Match", version(id)).post("/v1/qualifications/" + id + "/withdrawal");
    }

    /** Gives the amendment up. */
    public Response discard(long id) {
        return request().header("If-Match", version(id)).delete("/v1/qualifications/" + id + "/amendment");
    }

    public Response delete(long id) {
        return request().header("If-Match", version(id)).delete("/v1/qualifications/" + id);
    }

    /** Waits until it stands there. */
    public void awaitStatus(long id, String status) {
        await().atMost(PATIENCE).until(() -> status(id).equals(status));
    }

    /** Drafts, submits and waits for the approval. */
    public Submitted approved() {
        Submitted submitted = submitted();
        Desk.tell(Desk.approved(submitted.workOrder(), submitted.id()));
        awaitStatus(submitted.id(), "APPROVED");
        return submitted;
    }

    /** Edits an approved qualification and submits what was changed; a qualification in review once more. */
    public Submitted amended(Submitted approved) {
        Map<String, Object> form = Forms.verifiedAgain(approved.form());
        edit(approved.id(), form).then().statusCode(200);
        long workOrder = submit(approved.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        return new Submitted(approved.id(), workOrder, form);
    }

    /** A qualification in review. */
    public record Submitted(long id, long workOrder, Map<String, Object> form) {}
}
