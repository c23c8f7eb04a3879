package io.zizhi.e2e.badinput;

import io.zizhi.e2e.http.Call;
import java.util.function.UnaryOperator;

/**
 * One way to make a right request wrong.
 *
 * @param label what is done, for whoever reads of a failure
 * @param place JSON pointer of the field, {@code ?name} of a query parameter, or empty where neither is touched
 * @param demand what the answer has to be, beyond what every answer has to be
 * @param change makes it wrong
 */
record Mutation(String label, String place, Demand demand, UnaryOperator<Call> change) {

    /** What an answer to a wrong request has to be. */
    enum Demand {
        /** Anything that the document allows: what is awkward need not be wrong. */
        NOTHING,
        /** 4xx: no reading of it is right. */
        REFUSAL,
        /** 404, as if it were not there. */
        NOT_FOUND,
        /** The request is no HTTP: an answer without a body, or none at all, will do. */
        AT_MOST_A_REFUSAL
    }
}
