package io.zizhi.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.e2e.TestRandom;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.ServiceDocument;
import io.zizhi.e2e.scene.Scene;
import io.zizhi.local.layout.Service;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Checks each cell of the matrix against the running services, with real tokens. {@code -Dzizhi.badinput.sample=N} also
 * sends N invalid requests of each operation, because the valid one is prepared here anyway.
 */
class AccessMatrixIT {

    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final int INVALID_REQUESTS = Integer.getInteger("zizhi.badinput.sample", 0);

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
        Scene scene = new Scene(RunningSuite.get(), RunningSuite.addresses(), TestRandom.seeded());
        assertThat(MATRIX.operations()).allMatch(scene::knows, "has a valid request");
        try (MatrixRun run = new MatrixRun(MATRIX, scene)) {
            for (Operation operation : MATRIX.operations()) {
                run.check(operation, INVALID_REQUESTS);
            }
            System.out.println("Sample of bad input, " + run.invalidRequests());
            assertThat(run.faults()).isEmpty();
        }
    }
}
