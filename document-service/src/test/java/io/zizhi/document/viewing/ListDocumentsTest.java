package io.zizhi.document.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.storage.DocumentFilter;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListDocumentsTest {

    @Test
    void filters_by_kind_and_use() {
        assertThat(ListDocuments.filter("ID_EMBLEM", "false"))
                .isEqualTo(new DocumentFilter(DocumentKind.ID_EMBLEM, false));
        assertThat(ListDocuments.filter(null, null)).isEqualTo(new DocumentFilter(null, null));
    }

    @Test
    void refuses_unknown_filters() {
        assertRefused("KIND_UNKNOWN", "PASSPORT", null);
        assertRefused("PARAMETER_INVALID", null, "yes");
    }

    private static void assertRefused(String code, @Nullable String kind, @Nullable String used) {
        assertThatThrownBy(() -> ListDocuments.filter(kind, used))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
