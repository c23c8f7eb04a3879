package io.zizhi.review.reason;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A text of a desk's own that reviewers take over as the note of a reason. Changed by statements that name its version. */
@Entity
@Table(name = "canned_text")
public class CannedText {

    /** Reason and name, see {@link #id(String, String)}. */
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "reason")
    private String reason;

    @Column(name = "name")
    private String name;

    @Column(name = "zh")
    private String zh;

    @Column(name = "en")
    private String en;

    @Column(name = "version")
    private long version;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** For Hibernate. */
    protected CannedText() {}

    /** Neither part can hold a slash. */
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
