package io.zizhi.document.viewing.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {

    @Test
    void a_page_is_as_wide_as_asked_unless_it_is_very_high() {
        assertThat(PageSize.of(1600, 1000, 800)).isEqualTo(new PageSize(800, 500));
        assertThat(PageSize.of(100, 1600, 800)).isEqualTo(new PageSize(400, 6400));
    }

    @Test
    void a_thumbnail_is_not_legible_on_its_longer_side_either() {
        assertThat(PageSize.of(1600, 1000, 240)).isEqualTo(new PageSize(240, 150));
        assertThat(PageSize.of(1000, 1600, 240)).isEqualTo(new PageSize(150, 240));
        assertThat(PageSize.of(1, 100_000, 64)).isEqualTo(new PageSize(1, 240));
        assertThat(PageSize.of(1000, 1600, 241)).isEqualTo(new PageSize(241, 386));
    }
}
