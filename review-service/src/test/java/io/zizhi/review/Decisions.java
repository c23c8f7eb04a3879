package io.zizhi.review;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import java.time.Instant;

/** Decisions for tests, and the calls that lead to them. */
public final class Decisions {

    public static final String APPROVAL = "{\"outcome\":\"APPROVED\"}";
    public static final String REJECTION = """
            {"outcome":"REJECTED","reasons":[
              {"code":"IMAGE_BLURRED","pointer":"/company/certificate","note":"看不清","internalNote":"疑似翻拍"}]}""";

    private static final Instant FAR_FROM_DUE = Instant.parse("2099-03-02T02:00:00Z");

    private Decisions() {}

    /** A submission whose clock reaches no stage during the test. */
    public static QualificationSubmitted company() {
        return Submitted.at(FAR_FROM_DUE);
    }

    /** The same for an owner whose decisions need a second reviewer if the desk's policy says so. */
    public static QualificationSubmitted institution() {
        return Submitted.at(FAR_FROM_DUE, OwnerType.PUBLIC_INSTITUTION);
    }

    public static long claimed(String user, QualificationSubmitted submission) {
        return claimed(user, submission, 1);
    }

    /** @param number number of the event among those of its qualification */
    public static long claimed(String user, QualificationSubmitted submission, long number) {
        long workOrder = Api.opened(submission, number);
        Api.claim(user, workOrder).then().statusCode(200);
        return workOrder;
    }

    public static ValidatableResponse proposed(String user, long workOrder, String decision) {
        return Api.decide(user, workOrder, decision).then().statusCode(200).body("status", equalTo("PROPOSED"));
    }

    public static ValidatableResponse decided(String user, long workOrder, String decision) {
        return Api.decide(user, workOrder, decision).then().statusCode(200).body("status", equalTo("DECIDED"));
    }

    public static Response confirm(String user, long workOrder) {
        return Api.as(user).post("/v1/reviews/{workOrder}/confirmation", workOrder);
    }
}
