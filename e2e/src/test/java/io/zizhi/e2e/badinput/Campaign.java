package io.zizhi.e2e.badinput;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.e2e.access.AccessMatrix;
import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.http.Reply;
import io.zizhi.e2e.http.Wire;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.Promise;
import io.zizhi.e2e.openapi.ServiceDocument;
import io.zizhi.e2e.scene.Actor;
import io.zizhi.e2e.scene.Ledgers;
import io.zizhi.e2e.scene.Scene;
import io.zizhi.e2e.scene.Tokens;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

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

    private final Random random;
    private final int perOperation;
    private final AccessMatrix matrix = AccessMatrix.read();
    private final Tokens tokens = new Tokens(RunningSuite.get());
    private final Scene scene;
    private final Map<String, ServiceDocument> documents = new HashMap<>();
    private final Map<String, Judge> judges = new HashMap<>();
    private final Faults faults = new Faults();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /** @param perOperation maximum number of requests of each; the seed chooses them */
    Campaign(long seed, int perOperation) {
        this.random = new Random(seed);
        this.perOperation = perOperation;
        this.scene = new Scene(RunningSuite.get(), RunningSuite.addresses(), new Random());
        for (String service : Service.modules()) {
            ServiceDocument document =
                    ServiceDocument.read(service, RunningSuite.get().url(service));
            documents.put(service, document);
            judges.put(service, new Judge(new Promise(document), scene.secretsOfStranger()));
        }
    }

    Faults run() throws SQLException {
        try (Ledgers ledgers = new Ledgers(RunningSuite.get())) {
            for (Operation operation : matrix.operations()) {
                run(operation, matrix.admitted(operation), ledgers);
            }
        }
        return faults;
    }

    /** Returns the number of requests and of responses by status; 0 means no response. */
    String summary() {
        int all = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return all + " invalid requests of " + matrix.operations().size() + " operations, answered " + statuses;
    }

    private void run(Operation operation, Actor actor, Ledgers ledgers) {
        Call valid = fresh(operation, actor, ledgers);
        List<Mutation> mutations = new ArrayList<>(mutations(operation, actor, valid));
        Collections.shuffle(mutations, random);
        int left = share(operation);
        int renewals = Math.max(1, left / REQUESTS_PER_SUCCESS);
        for (Mutation mutation : mutations) {
            boolean affordable = renewals > 0 || mutation.demand() != Demand.NOTHING;
            if (left > 0 && affordable) {
                left--;
                if (send(operation, mutation, mutation.change().apply(valid), ledgers)) {
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

    /** Sends the request; returns whether the valid request was used up. */
    private boolean send(Operation operation, Mutation mutation, Call call, Ledgers ledgers) {
        Judge judge = Objects.requireNonNull(judges.get(operation.service()));
        try {
            Reply reply = Wire.send(call, patience(mutation));
            statuses.merge(reply.status(), 1, Integer::sum);
            List<String> found = new ArrayList<>(judge.faults(operation, mutation, call, reply));
            Set<String> changed = operation.isReading() ? Set.of() : ledgers.changed(operation.service());
            if (!changed.isEmpty() && !reply.isSuccess() && !Judge.counts(reply)) {
                found.add("changed " + changed + " although it was rejected");
            }
            found.forEach(fault -> faults.add(operation, mutation, fault, call, reply.bodyText()));
            return !operation.isReading() && (reply.isSuccess() || !changed.isEmpty());
        } catch (IOException noAnswer) {
            statuses.merge(0, 1, Integer::sum);
            if (mutation.demand() != Demand.AT_MOST_A_REFUSAL) {
                faults.add(operation, mutation, "no answer: " + noAnswer.getMessage(), call, "");
            }
            // The response may have been lost after the request took effect.
            return !operation.isReading()
                    && !ledgers.changed(operation.service()).isEmpty();
        }
    }

    /** Returns how long to wait. A request that is not HTTP may get no response, so the wait is short. */
    private static Duration patience(Mutation mutation) {
        return Duration.ofSeconds(mutation.demand() == Demand.AT_MOST_A_REFUSAL ? 2 : 60);
    }

    private List<Mutation> mutations(Operation operation, Actor actor, Call valid) {
        ServiceDocument document = Objects.requireNonNull(documents.get(operation.service()));
        Demand foreign = actor == Actor.OWNER ? Demand.NOT_FOUND : Demand.NOTHING;
        List<Mutation> mutations = new ArrayList<>(
                ParameterMutations.of(operation, document.parameters(operation), scene.idsOfStranger(), foreign));
        mutations.addAll(HeaderMutations.of(valid));
        if (document.takesJson(operation)) {
            mutations.addAll(BodyMutations.of(
                    valid,
                    document.bodySchema(operation),
                    document.isBodyOptional(operation),
                    document,
                    scene.idsOfStranger()));
        } else if (valid.body().length > 0) {
            mutations.addAll(FileMutations.of(random));
        }
        return mutations;
    }
}
