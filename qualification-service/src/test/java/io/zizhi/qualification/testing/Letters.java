package io.zizhi.qualification.testing;

import io.restassured.response.Response;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.qualification.form.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** An agency that files authorization letters of its customer over HTTP. */
public final class Letters {

    /** First day of {@link #good()} letters, which last three years: 1 January of this year, and never today. */
    @SuppressWarnings("TimeInStaticInitializer") // All tests agree, even around midnight.
    public static final LocalDate FIRST_DAY =
            LocalDate.now(Period.ZONE).minusDays(1).withDayOfYear(1);

    /** Last day of {@link #good()} letters. */
    public static final LocalDate LAST_DAY = FIRST_DAY.plusYears(3).minusDays(1);

    private static final String PATH = "/v1/authorization-letters";

    private final Filer filer;

    public Letters(Filer filer) {
        this.filer = filer;
    }

    /** Returns a letter by which company A authorises the agency; it passes the pre-check. */
    public static Map<String, Object> good() {
        return Forms.map(
                "name", "授权" + UUID.randomUUID().toString().replace("-", ""),
                "authoriser", Objects.requireNonNull(DemoAccounts.COMPANY_A.companyName()),
                "creditCode", Objects.requireNonNull(DemoAccounts.COMPANY_A.creditCode()),
                "authorisedParty", Objects.requireNonNull(DemoAccounts.AGENCY.companyName()),
                "validFrom", FIRST_DAY.toString(),
                "validTo", LAST_DAY.toString(),
                "documentId", Forms.documentId(),
                "signatureNames", List.of("星河示例", "Galaxy2026"));
    }

    /** Returns a form of a third-party qualification for company A with this letter, filed by the agency. */
    public Map<String, Object> thirdParty(long letterId) {
        Map<String, Object> form = filer.goodForm();
        form.put("purpose", "THIRD_PARTY");
        Map<String, Object> company = Forms.part(form, "company");
        company.put("name", DemoAccounts.COMPANY_A.companyName());
        company.put("creditCode", DemoAccounts.COMPANY_A.creditCode());
        form.put("letterId", letterId);
        return form;
    }

    public Response draft(Map<String, Object> form) {
        return filer.request().body(form).post(PATH);
    }

    /** Creates a draft and returns its id. */
    public long drafted(Map<String, Object> form) {
        return draft(form).then().statusCode(201).extract().jsonPath().getLong("id");
    }

    public Response get(long id) {
        return filer.request().get(PATH + "/" + id);
    }

    public String status(long id) {
        return get(id).then().statusCode(200).extract().jsonPath().getString("status");
    }

    public long version(long id) {
        return get(id).then().statusCode(200).extract().jsonPath().getLong("version");
    }

    public Response edit(long id, Map<String, Object> form) {
        return filer.request().header("If-Match", version(id)).body(form).put(PATH + "/" + id);
    }

    public Response delete(long id) {
        return filer.request().header("If-Match", version(id)).delete(PATH + "/" + id);
    }

    public Response post(long id, String act) {
        return filer.request().post(PATH + "/" + id + "/" + act);
    }

    /** Renews a letter; the body fills in the renewal. */
    public Response renew(long id, Map<String, Object> request) {
        return filer.request().body(request).post(PATH + "/" + id + "/renewal");
    }

    public Response list(String query) {
        return filer.request().get(PATH + query);
    }

    public Response pdf(long id) {
        return filer.request().get(PATH + "/" + id + "/pdf");
    }

    public Response timeline(long id) {
        return filer.request().get(PATH + "/" + id + "/timeline");
    }

    public Response submit(long id) {
        return submit(id, version(id), UUID.randomUUID().toString());
    }

    public Response submit(long id, long version, String key) {
        return filer.request()
                .header("If-Match", version)
                .header("Idempotency-Key", key)
                .post(PATH + "/" + id + "/submission");
    }

    public Response withdraw(long id) {
        return filer.request().header("If-Match", version(id)).post(PATH + "/" + id + "/withdrawal");
    }
}
