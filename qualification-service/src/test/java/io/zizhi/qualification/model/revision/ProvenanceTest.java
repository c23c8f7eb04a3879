package io.zizhi.qualification.model.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final LocalDate APPROVED = LocalDate.of(2025, 6, 1);

    @Test
    void stores_approvals_with_and_without_end() {
        Provenance ending = new Provenance("legacy", "1", APPROVED, LocalDate.of(2027, 1, 31));
        Provenance endless = new Provenance("legacy", "1", APPROVED, null);

        assertThat(stored(ending)).isEqualTo(ending);
        assertThat(stored(endless)).isEqualTo(endless);
        assertThat(endless.fields()).doesNotContainKey("validUntil");
    }

    private static Provenance stored(Provenance source) {
        return Provenance.from(new JsonObject(new JsonObject(source.fields()).encode()));
    }
}
