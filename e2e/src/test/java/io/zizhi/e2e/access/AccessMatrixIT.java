package io.zizhi.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.http.Reply;
import io.zizhi.e2e.http.Wire;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.ServiceDocument;
import io.zizhi.e2e.scene.Actor;
import io.zizhi.e2e.scene.Ledgers;
import io.zizhi.e2e.scene.Scene;
import io.zizhi.e2e.scene.Tokens;
import io.zizhi.local.layout.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks each cell of the matrix against the running services, with real tokens. */
class AccessMatrixIT {

    private static final AccessMatrix MATRIX = AccessMatrix.read();

    @Test
    void rows_match_served_operations() {
        Set<Operation> offered = new TreeSet<>();
        for (String service : Service.modules()) {
            offered.addAll(ServiceDocument.read(service, RunningSuite.get().url(service))
                    .operations());
        }
        assertThat(MATRIX.operations()).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void callers_get_matrix_status_and_rejections_reveal_and_change_nothing() throws Exception {
        Scene scene = new Scene(RunningSuite.get(), RunningSuite.addresses(), new Random());
        Tokens tokens = new Tokens(RunningSuite.get());
        assertThat(MATRIX.operations()).allMatch(scene::knows, "has a valid request");
        List<String> faults = new ArrayList<>();
        try (Ledgers ledgers = new Ledgers(RunningSuite.get())) {
            for (Operation operation : MATRIX.operations()) {
                Call valid = scene.valid(operation);
                ledgers.restAfterEvents();
                for (Actor actor : Actor.values()) {
                    Call call = tokens.as(actor, operation, valid);
                    Reply reply = Wire.send(call);
                    faults.addAll(faults(operation, actor, scene, call, reply, ledgers));
                    if (reply.isSuccess() && !operation.isReading()) {
                        valid = scene.valid(operation);
                        ledgers.restAfterEvents();
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(
            Operation operation, Actor actor, Scene scene, Call call, Reply reply, Ledgers ledgers) {
        List<String> faults = new ArrayList<>();
        int expected = MATRIX.status(operation, actor);
        if (reply.status() != expected) {
            faults.add("answers " + reply.status() + " and not " + expected);
        }
        Set<String> changed = ledgers.changed(operation.service());
        if (!reply.isSuccess()) {
            if (!changed.isEmpty()) {
                faults.add("changed " + changed + " although it was rejected");
            }
            scene.secretsOfOwner().stream()
                    .filter(secret -> reply.text().contains(secret) && !call.says(secret))
                    .forEach(secret -> faults.add("shows " + secret));
        }
        return faults.stream()
                .map(fault -> operation + " as " + actor.column() + " " + fault + "\n    " + call.curl() + "\n    "
                        + reply.bodyText())
                .toList();
    }
}
