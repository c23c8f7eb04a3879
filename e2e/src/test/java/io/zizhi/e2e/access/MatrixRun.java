package io.zizhi.e2e.access;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.e2e.badinput.InvalidRequests;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.http.Reply;
import io.zizhi.e2e.http.Wire;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.scene.Actor;
import io.zizhi.e2e.scene.Ledgers;
import io.zizhi.e2e.scene.Scene;
import io.zizhi.e2e.scene.Tokens;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Sends the requests of the matrix to the running suite, operation by operation, and collects the faults. */
final class MatrixRun implements AutoCloseable {

    private static final int FORBIDDEN = 403;

    private final AccessMatrix matrix;
    private final Scene scene;
    private final Tokens tokens = new Tokens(RunningSuite.get());
    private final Ledgers ledgers;
    private final InvalidRequests invalid;
    private final List<String> faults = new ArrayList<>();

    /** A request that is valid except for its caller. */
    private record Attempt(Operation operation, String caller, int expected, Call call) {

        String fault(String fault, Reply reply) {
            return operation + " as " + caller + " " + fault + "\n    " + call.curl() + "\n    " + reply.bodyText();
        }
    }

    MatrixRun(AccessMatrix matrix, Scene scene) throws SQLException {
        this.matrix = matrix;
        this.scene = scene;
        this.ledgers = new Ledgers(RunningSuite.get());
        this.invalid = new InvalidRequests(scene, ledgers);
    }

    /**
     * Sends the request of that operation by every caller. Rejected callers share one valid request, because it stays
     * valid.
     *
     * @param invalidRequests number of invalid requests that are sent before
     */
    void check(Operation operation, int invalidRequests) throws IOException {
        Call valid = prepared(operation);
        if (invalidRequests > 0) {
            Actor admitted = matrix.admitted(operation);
            boolean isUsedUp =
                    invalid.sample(operation, admitted, tokens.as(admitted, operation, valid), invalidRequests);
            ledgers.restAfterEvents();
            valid = isUsedUp ? prepared(operation) : valid;
        }
        for (String service : tokens.unlistedServices(operation)) {
            checkUnlisted(service, operation, valid);
        }
        boolean isUsedUp = false;
        for (Actor actor : rejectedFirst(operation)) {
            valid = isUsedUp ? prepared(operation) : valid;
            Reply reply = send(new Attempt(
                    operation, actor.column(), matrix.status(operation, actor), tokens.as(actor, operation, valid)));
            isUsedUp = reply.isSuccess() && !operation.isReading();
        }
    }

    /** Checks that an internal operation rejects a service that it does not list, even with a token for it. */
    private void checkUnlisted(String service, Operation operation, Call valid) throws IOException {
        Attempt attempt = new Attempt(operation, service, FORBIDDEN, tokens.asService(service, operation, valid));
        Reply reply = send(attempt);
        String code = tokens.callers(operation).isEmpty() ? "FORBIDDEN" : "CALLER_NOT_ALLOWED";
        if (reply.status() == FORBIDDEN && !reply.bodyText().contains('"' + code + '"')) {
            faults.add(attempt.fault("does not say " + code, reply));
        }
    }

    private List<Actor> rejectedFirst(Operation operation) {
        return Arrays.stream(Actor.values())
                .sorted(Comparator.comparing(actor -> matrix.status(operation, actor) < 300))
                .toList();
    }

    private Call prepared(Operation operation) {
        Call valid = scene.valid(operation);
        ledgers.restAfterEvents();
        return valid;
    }

    private Reply send(Attempt attempt) throws IOException {
        Reply reply = Wire.send(attempt.call());
        if (reply.status() != attempt.expected()) {
            faults.add(attempt.fault("answers " + reply.status() + " and not " + attempt.expected(), reply));
        }
        Set<String> changed = ledgers.changed(attempt.operation().service());
        if (!reply.isSuccess()) {
            if (!changed.isEmpty()) {
                faults.add(attempt.fault("changed " + changed + " although it was rejected", reply));
            }
            scene.secretsOfOwner().stream()
                    .filter(secret ->
                            reply.text().contains(secret) && !attempt.call().says(secret))
                    .forEach(secret -> faults.add(attempt.fault("shows " + secret, reply)));
        }
        return reply;
    }

    /** Returns the faults of all requests, those of invalid ones included. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        all.addAll(invalid.faults());
        return all;
    }

    /** Returns the number of invalid requests, of their responses by status, and the seed. */
    String invalidRequests() {
        return invalid.summary();
    }

    @Override
    public void close() throws SQLException {
        ledgers.close();
    }
}
