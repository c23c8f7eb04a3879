package io.zizhi.qualification.testing;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An applicant who files over HTTP. */
public final class Filer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String user;
    private final DemoAccount account;

    private Filer(String user, DemoAccount account) {
        this.user = user;
        this.account = account;
    }

    /** Returns an applicant of a verified company. */
    public static Filer ofCompanyA() {
        return verified(new Filer("applicant-a", DemoAccounts.COMPANY_A));
    }

    public static Filer ofCompanyB() {
        return verified(new Filer("applicant-b", DemoAccounts.COMPANY_B));
    }

    public static Filer ofInstitution() {
        return verified(new Filer("institution", DemoAccounts.INSTITUTION));
    }

    /** Returns an applicant of an agency that files for its customers. */
    public static Filer ofAgency() {
        return verified(new Filer("agency", DemoAccounts.AGENCY));
    }

    /** Returns the applicant of a new account of company A, which the test may erase. */
    public static Filer ofNewAccount() {
        String id = AccountErasures.newAccount();
        return verified(new Filer(
                id,
                new DemoAccount(
                        id,
                        DemoAccounts.COMPANY_A.kind(),
                        DemoAccounts.COMPANY_A.companyName(),
                        DemoAccounts.COMPANY_A.creditCode())));
    }

    /** Returns an applicant who is a natural person. */
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

    /** Verifies an account as the operator. */
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

    /** Transfers an account to another company, as two operators. */
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
                .post("/v1/operations/identity-changes/" + change + "/confirmation")
                .then()
                .statusCode(200);
    }

    /** Starts a request of a user, with a JSON body if any. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    /** Starts a request of a supervisor whose token names an account, and who has a conflict of interest with it. */
    public static RequestSpecification asSupervisorOf(String account) {
        return given().auth()
                .oauth2(Tokens.signed(claims -> {
                    claims.setSubject("supervisor-of-" + account);
                    claims.setClaim("account", account);
                    claims.setClaim("auth_time", Instant.now().getEpochSecond());
                    claims.setClaim("acr", "password");
                    claims.setStringListClaim("roles", List.of("supervisor"));
                }))
                .contentType(ContentType.JSON);
    }

    /** Starts a request of a service. */
    public static RequestSpecification asService(String service) {
        return given().auth()
                .oauth2(Tokens.service(service, "qualification-service"))
                .contentType(ContentType.JSON);
    }

    public RequestSpecification request() {
        return as(user);
    }

    String user() {
        return user;
    }

    public String accountId() {
        return account.id();
    }

    public Map<String, Object> goodForm() {
        return Forms.good(account);
    }

    /** Creates a draft and returns its id. */
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

    /** Submits with a new idempotency key and marks the phone verification as used, as the published event would. */
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

    /** Creates and submits a valid form. */
    public Submitted submitted() {
        Map<String, Object> form = goodForm();
        long id = draft(form);
        long workOrder = submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        return new Submitted(id, workOrder, form);
    }

    public Response withdraw(long id) {
        return request().header("If-Match", version(id)).post("/v1/qualifications/" + id + "/withdrawal");
    }

    /** Discards an amendment. */
    public Response discard(long id) {
        return request().header("If-Match", version(id)).delete("/v1/qualifications/" + id + "/amendment");
    }

    public Response delete(long id) {
        return request().header("If-Match", version(id)).delete("/v1/qualifications/" + id);
    }

    /** Waits until the qualification has this status. */
    public void awaitStatus(long id, String status) {
        await().atMost(PATIENCE).until(() -> status(id).equals(status));
    }

    /** Creates and submits a qualification and waits for its approval. */
    public Submitted approved() {
        Submitted submitted = submitted();
        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()));
        awaitStatus(submitted.id(), "APPROVED");
        return submitted;
    }

    /** Edits an approved qualification and submits the amendment. */
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
