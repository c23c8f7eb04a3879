package io.zizhi.bench.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecimenSetTest {

    private static final SpecimenSet.Plan PLAN = new SpecimenSet.Plan(SpecimenKind.ID_EMBLEM, Degradation.NOISY, 0);

    @Test
    void draws_the_same_picture_for_the_same_seed() {
        Specimen specimen = set(1).draw(PLAN);
        assertThat(set(1).draw(PLAN).jpeg()).isEqualTo(specimen.jpeg());
        assertThat(set(2).draw(PLAN).jpeg()).isNotEqualTo(specimen.jpeg());
    }

    @Test
    void plans_every_kind_with_every_degradation() {
        assertThat(set(1).plans(0, 3))
                .hasSize(3 * SpecimenKind.values().length * Degradation.values().length)
                .doesNotHaveDuplicates();
    }

    private static SpecimenSet set(long seed) {
        List<Typeface> typefaces = FontSet.TUNING.installed(Path.of("/"));
        assumeTrue(
                !typefaces.isEmpty() || "true".equals(System.getenv("CI")),
                "no Chinese font; install one of " + FontSet.TUNING.packages());
        return new SpecimenSet(seed, typefaces);
    }
}
