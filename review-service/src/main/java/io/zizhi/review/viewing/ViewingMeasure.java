package io.zizhi.review.viewing;

import java.time.Duration;
import java.util.Locale;

/** What is counted of a person's views within a window that ends now: different objects, or each view. */
public enum ViewingMeasure {
    DOCUMENTS_PER_HOUR(Duration.ofHours(1)),
    DOCUMENTS_PER_DAY(Duration.ofDays(1)),
    /** Each view of a document. Views count until the document was not viewed for an hour. */
    VIEWS_PER_HOUR(Duration.ofHours(1)),
    SUBMISSIONS_PER_HOUR(Duration.ofHours(1)),
    SUBMISSIONS_PER_DAY(Duration.ofDays(1)),
    ACCOUNTS_PER_HOUR(Duration.ofHours(1)),
    ACCOUNTS_PER_DAY(Duration.ofDays(1));

    private final Duration window;

    ViewingMeasure(Duration window) {
        this.window = window;
    }

    Duration window() {
        return window;
    }

    /** Returns its column in the queries of {@link StaffViewRepository}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
