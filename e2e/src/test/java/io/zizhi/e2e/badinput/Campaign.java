package io.zizhi.e2e.badinput;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.e2e.TestRandom;
import io.zizhi.e2e.access.AccessMatrix;
import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.scene.Actor;
import io.zizhi.e2e.scene.Ledgers;
import io.zizhi.e2e.scene.Scene;
import io.zizhi.e2e.scene.Tokens;
import io.zizhi.local.layout.Service;
import java.sql.SQLException;
import java.util.Random;

/**
 * Sends invalid requests of every operation, each by an actor whose valid request would succeed. The response then
 * depends on the invalid part and not on the role.
 */
final class Campaign {

    /**
     * An operation that changes data may succeed once per this many requests. After that, it gets only requests that
     * must fail. A success uses up the valid request, and preparing another one takes up to a second.
     */
    private static final int REQUESTS_PER_SUCCESS = 10;

    private final Random random = TestRandom.seeded();
    private final int perOperation;
    private final AccessMatrix matrix = AccessMatrix.read();
    private final Tokens tokens = new Tokens(RunningSuite.get());
    private final Scene scene = new Scene(RunningSuite.get(), RunningSuite.addresses(), TestRandom.seeded());

    /** @param perOperation maximum number of requests of each; the seed chooses them */
    Campaign(int perOperation) {
        this.perOperation = perOperation;
    }

    InvalidRequests run() throws SQLException {
        try (Ledgers ledgers = new Ledgers(RunningSuite.get())) {
            InvalidRequests invalid = new InvalidRequests(scene, ledgers);
            for (Operation operation : matrix.operations()) {
                run(operation, invalid, ledgers);
            }
            return invalid;
        }
    }

    private void run(Operation operation, InvalidRequests invalid, Ledgers ledgers) {
        Actor actor = matrix.admitted(operation);
        Call valid = fresh(operation, actor, ledgers);
        int left = share(operation);
        int renewals = Math.max(1, left / REQUESTS_PER_SUCCESS);
        for (Mutation mutation : invalid.shuffled(operation, actor, valid, random)) {
            boolean affordable = renewals > 0 || mutation.demand() != Demand.NOTHING;
            if (left > 0 && affordable) {
                left--;
                if (invalid.send(operation, mutation, valid)) {
                    valid = fresh(operation, actor, ledgers);
                    renewals--;
                }
            }
        }
    }

    /**
     * Returns the number of requests. The four services share the code of the operators' operations, so each service
     * tests a quarter.
     */
    private int share(Operation operation) {
        return operation.path().startsWith("/v1/operations") ? perOperation / Service.values().length : perOperation;
    }

    private Call fresh(Operation operation, Actor actor, Ledgers ledgers) {
        Call valid = tokens.as(actor, operation, scene.valid(operation));
        if (!operation.isReading()) {
            ledgers.restAfterEvents();
        }
        return valid;
    }
}
