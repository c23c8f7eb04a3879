package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.RetentionPolicy;
import io.zizhi.document.storage.DocumentKind;
import org.junit.jupiter.api.Test;

class DocumentOfferViewTest {

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .withMapping(DocumentLimits.class)
            .withMapping(RetentionPolicy.class)
            .withDefaultValue("zizhi.limits.uploads-per-minute", "7")
            .addDiscoveredConverters()
            .build();

    private final DocumentOfferView offer = DocumentOfferView.from(
            config.getConfigMapping(DocumentLimits.class), config.getConfigMapping(RetentionPolicy.class));

    @Test
    void shows_configured_limits() {
        assertThat(offer.maxBytes()).isEqualTo(5_242_880);
        assertThat(offer.uploadsPerMinute()).isEqualTo(7);
        assertThat(offer.unusedForSeconds()).isEqualTo(30 * 24 * 3600);
        assertThat(offer.neverNamedForSeconds()).isEqualTo(24 * 3600);
    }

    @Test
    void lists_formats_of_every_kind() {
        assertThat(offer.kinds()).extracting(DocumentOfferView.KindView::kind).containsExactly(DocumentKind.values());
        assertThat(offer.kinds())
                .filteredOn(kind -> kind.kind() == DocumentKind.ID_PORTRAIT)
                .flatExtracting(DocumentOfferView.KindView::contentTypes)
                .containsExactly("image/jpeg", "image/png", "image/gif");
    }

    @Test
    void states_the_least_image_size_of_every_kind() {
        assertThat(offer.kinds())
                .allSatisfy(kind -> assertThat(kind.minLongerSide())
                        .isEqualTo(kind.kind().leastLongerSide())
                        .isGreaterThanOrEqualTo(kind.minShorterSide()));
        assertThat(offer.kinds())
                .filteredOn(kind -> kind.kind() == DocumentKind.ID_PORTRAIT)
                .singleElement()
                .satisfies(portrait -> assertThat(portrait.minShorterSide()).isEqualTo(200));
    }
}
