package io.zizhi.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.ServiceDocument;
import io.zizhi.local.layout.Service;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks the rows of the matrix without a running service. */
class AccessMatrixTest {

    @Test
    void rows_match_documented_operations() {
        Set<Operation> documented = new TreeSet<>();
        for (String service : Service.modules()) {
            documented.addAll(ServiceDocument.kept(service).operations());
        }
        assertThat(AccessMatrix.read().operations())
                .as("a new operation needs a row in access-matrix.csv and a valid request in Scene")
                .containsExactlyInAnyOrderElementsOf(documented);
    }
}
