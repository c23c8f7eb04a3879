package io.zizhi.e2e.badinput;

import io.zizhi.e2e.RunningSuite;
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
import io.zizhi.local.layout.Service;
import java.io.IOException;
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

/** Turns valid requests into invalid ones, sends them, and collects the faults of the responses. */
public final class InvalidRequests {

    /** Selects the sample, which is the same at each landing. */
    private static final long SAMPLE_SEED = 20261125;

    private final Scene scene;
    private final Ledgers ledgers;
    private final Map<String, ServiceDocument> documents = new HashMap<>();
    private final Map<String, Judge> judges = new HashMap<>();
    private final Faults faults = new Faults();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    public InvalidRequests(Scene scene, Ledgers ledgers) {
        this.scene = scene;
        this.ledgers = ledgers;
        for (String service : Service.modules()) {
            ServiceDocument document =
                    ServiceDocument.read(service, RunningSuite.get().url(service));
            documents.put(service, document);
            judges.put(service, new Judge(new Promise(document), scene.secretsOfStranger()));
        }
    }

    /**
     * Sends a few invalid requests; returns whether the valid request was used up. If the operation changes data, the
     * requests are of the kinds that must fail, so that this is rare. Requests that may get no response are left out,
     * because one that a busy machine answers late would look like an effect of the next request.
     *
     * @param valid a request that would succeed, as that actor makes it
     * @param count maximum number of requests
     */
    public boolean sample(Operation operation, Actor actor, Call valid, int count) {
        // A seed per operation, so that a change of one operation does not change the requests of the others.
        Random random = new Random(SAMPLE_SEED + operation.toString().hashCode());
        return shuffled(operation, actor, valid, random).stream()
                .filter(mutation -> switch (mutation.demand()) {
                    case REFUSAL, NOT_FOUND -> true;
                    case NOTHING -> operation.isReading();
                    case AT_MOST_A_REFUSAL -> false;
                })
                .limit(count)
                .anyMatch(mutation -> send(operation, mutation, valid));
    }

    /** Returns every mutation of the request, in an order that depends on {@code random}. */
    List<Mutation> shuffled(Operation operation, Actor actor, Call valid, Random random) {
        List<Mutation> mutations = new ArrayList<>(mutations(operation, actor, valid, random));
        Collections.shuffle(mutations, random);
        return mutations;
    }

    /** Sends the mutated request; returns whether the valid request was used up. */
    boolean send(Operation operation, Mutation mutation, Call valid) {
        Call call = mutation.change().apply(valid);
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

    public List<String> faults() {
        return faults.list();
    }

    /** Returns the number of requests and of responses by status; 0 means no response. */
    public String summary() {
        int all = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return all + " invalid requests, answered " + statuses;
    }

    /** Returns how long to wait. A request that is not HTTP may get no response, so the wait is short. */
    private static Duration patience(Mutation mutation) {
        return Duration.ofSeconds(mutation.demand() == Demand.AT_MOST_A_REFUSAL ? 2 : 60);
    }

    private List<Mutation> mutations(Operation operation, Actor actor, Call valid, Random random) {
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
