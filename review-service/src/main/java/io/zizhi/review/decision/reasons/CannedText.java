package io.zizhi.review.decision.reasons;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A text of the desk's own that reviewers can use as the note of a reason. Updates name the version that they replace.
 */
@Entity
@Table(name = "canned_text")
public class CannedText {

    /** Reason and name; see {@link #id(String, String)}. */
    @Id
    private String id;

    private String reason;

    private String name;

    private String zh;

    private String en;

    private long version;

    private String changedBy;

    private Instant changedAt;

    /** Used by Hibernate. */
    protected CannedText() {}

    /** Joins the parts with a slash, which neither can contain. */
    static String id(String reason, String name) {
        return reason + "/" + name;
    }

    String reason() {
        return reason;
    }

    CannedTextView view() {
        return new CannedTextView(name, zh, en, version, changedBy, changedAt);
    }
}
