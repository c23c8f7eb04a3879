package io.zizhi.e2e.badinput;

import io.zizhi.e2e.http.Call;
import java.util.function.UnaryOperator;

/**
 * A change that makes a valid request invalid.
 *
 * @param label its description in a test failure
 * @param place JSON pointer of the field, {@code ?name} of a query parameter, or empty if neither is changed
 * @param demand the required response, in addition to the rules for every response
 * @param change makes the request invalid
 */
record Mutation(String label, String place, Demand demand, UnaryOperator<Call> change) {

    /** The required response to an invalid request. */
    enum Demand {
        /** Any response in the document: an unusual value may be valid. */
        NOTHING,
        /** 4xx: the value is invalid in every interpretation. */
        REFUSAL,
        /** 404, as if the resource did not exist. */
        NOT_FOUND,
        /** The request is not HTTP: a response without a body, or none at all, is allowed. */
        AT_MOST_A_REFUSAL
    }
}
