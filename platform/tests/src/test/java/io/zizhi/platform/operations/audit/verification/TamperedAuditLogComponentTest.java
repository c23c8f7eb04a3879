package io.zizhi.platform.operations.audit.verification;

import static io.zizhi.platform.operations.audit.verification.FindingKind.ANCHORS_ROLLED_BACK;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ANCHOR_FORGED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ANCHOR_MISSING;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ANCHOR_OVERWRITTEN;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_DELETED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_REWRITTEN;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_TRUNCATED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.HEAD_CHANGED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.NOT_ANCHORED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ROWS_REORDERED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ROW_DELETED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ROW_EDITED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ROW_INSERTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.operations.audit.acceptance.Acceptances;
import io.zizhi.platform.operations.audit.anchor.AnchorHeads;
import io.zizhi.platform.operations.audit.anchor.AnchorSettings;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.audit.anchor.BucketAnchors;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tampers with the audit log as the owner of the database, who can do everything there. Each test has a chain of five
 * rows, of which the first three and the last two are in different anchors.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TamperedAuditLogComponentTest {

    @Inject
    AuditLog audit;

    @Inject
    AuditChains chains;

    @Inject
    Acceptances acceptances;

    @Inject
    Anchors anchors;

    @Inject
    AnchorHeads anchorHeads;

    @Inject
    AnchorSettings settings;

    @Inject
    VerificationSettings verification;

    @Inject
    VerifyPage verifyPage;

    @Inject
    AgroalDataSource database;

    private final String account = "account-" + UUID.randomUUID();
    private AuditLogOwner owner;

    @BeforeEach
    void chain() {
        owner = new AuditLogOwner(database);
        append(3);
        anchor();
        append(2);
        anchor();
    }

    @Test
    void finds_nothing_in_an_untouched_chain() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void finds_an_edited_row() {
        owner.tamper("update audit_entry set reason = 'another'" + row(2));

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(ROW_EDITED, 2L));
    }

    @Test
    void finds_an_edited_row_with_a_matching_hash() {
        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 2");
        owner.tamper(
                "update audit_entry e set previous_hash = f.previous_hash, hash = f.hash from forged f"
                        + " where e.sequence = f.sequence and f.chain_sequence > 2",
                "update audit_head h set hash = f.hash from forged f where chain = '" + account
                        + "' and chain_sequence = 5",
                "drop table forged");

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(ROW_EDITED, 2L));
    }

    @Test
    void finds_a_deleted_row() {
        owner.tamper("delete from audit_entry" + row(2));

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(ROW_DELETED, 2L));
    }

    @Test
    void finds_a_deleted_row_although_later_ones_close_the_gap() {
        owner.tamper(
                "delete from audit_entry" + row(2),
                "update audit_entry set chain_sequence = chain_sequence - 1 where chain_sequence > 2 and account_id = '"
                        + account + "'",
                "update audit_head set sequence = 4 where chain = '" + account + "'");

        assertThat(findings())
                .extracting(Finding::kind, Finding::position)
                .contains(tuple(ROW_DELETED, 2L))
                .doesNotContain(tuple(ROW_EDITED, 1L));
    }

    @Test
    void finds_an_inserted_row_at_a_taken_place() {
        owner.tamper(copy("chain_sequence", "previous_hash", "hash") + row(3));

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(ROW_INSERTED, 3L));
    }

    @Test
    void finds_an_inserted_row_although_later_ones_make_room() {
        owner.rewrite(
                account,
                "update forged set chain_sequence = chain_sequence + 1 where chain_sequence > 2;"
                        + " insert into forged select -sequence, at, 'another', role, account_id, action, object_type,"
                        + " object_id, reason, fields, recipient, 3, null, null from forged where chain_sequence = 2");
        owner.tamper(
                "update audit_entry e set previous_hash = f.previous_hash, hash = f.hash from forged f"
                        + " where e.sequence = f.sequence and f.chain_sequence > 3",
                "drop table forged");

        assertThat(findings()).extracting(Finding::kind, Finding::position).contains(tuple(ROW_INSERTED, 3L));
    }

    @Test
    void finds_an_inserted_row_without_a_place() {
        owner.tamper(copy("null", "null", "null") + row(3));
        try {
            assertThat(ofOldRows()).containsExactly(ROW_INSERTED);
        } finally {
            owner.tamper("delete from audit_entry where chain_sequence is null and account_id = '" + account + "'");
        }
    }

    @Test
    void finds_a_changed_row_that_is_older_than_the_chains() {
        owner.tamper("update audit_entry set reason = 'another' where actor = 'before-the-chains'");
        try {
            assertThat(ofOldRows()).containsExactly(ROW_EDITED);
        } finally {
            owner.tamper("update audit_entry set reason = null where actor = 'before-the-chains'");
        }
        assertThat(ofOldRows()).isEmpty();
    }

    @Test
    void finds_a_deleted_row_that_is_older_than_the_chains() {
        owner.tamper(
                "create table old_rows as select * from audit_entry where actor = 'before-the-chains'",
                "delete from audit_entry where actor = 'before-the-chains'");
        try {
            assertThat(ofOldRows()).containsExactly(ROW_DELETED);
        } finally {
            owner.tamper(
                    "insert into audit_entry overriding system value select * from old_rows", "drop table old_rows");
        }
    }

    @Test
    void finds_that_no_anchor_has_the_digest_of_old_rows() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.removeIf(line -> line.contains("unchained"));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        withAnchors(lines, () -> {
            assertThat(ofOldRows(verify(page(Clock.systemUTC())))).doesNotContain(NOT_ANCHORED);
            assertThat(ofOldRows(verify(page(later)))).contains(NOT_ANCHORED);
        });
        assertThat(ofOldRows(verify(page(later)))).isEmpty();
    }

    /** Any service could insert such rows before the database checked them. */
    @Test
    void finds_nothing_in_unusual_rows_that_nobody_changed() {
        for (String at : List.of("'infinity'", "'-infinity'", "'4713-01-01 BC'", "'294275-12-31'")) {
            owner.runWithoutClock(
                    "insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, fields)"
                            + " values (" + at + ", '', 'b', '" + account
                            + "', 'c', 'd', 'e', array[['a', 'b'], ['c', null]])");
        }
        anchor();

        assertThat(findings()).isEmpty();
        owner.tamper("update audit_entry set at = '-infinity'" + row(6));
        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(ROW_EDITED, 6L));
    }

    @Test
    void finds_reordered_rows() {
        owner.tamper("update audit_entry set chain_sequence = 5 - chain_sequence where chain_sequence in (2, 3)"
                + " and account_id = '" + account + "'");

        assertThat(findings()).extracting(Finding::kind, Finding::position).contains(tuple(ROWS_REORDERED, 2L));
    }

    @Test
    void finds_missing_last_rows() {
        owner.tamper("delete from audit_entry where chain_sequence > 3 and account_id = '" + account + "'");

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsOnly(tuple(CHAIN_TRUNCATED, 4L));
    }

    @Test
    void finds_missing_last_rows_although_the_head_fits() {
        owner.tamper(
                "delete from audit_entry where chain_sequence > 3 and account_id = '" + account + "'",
                "update audit_head h set sequence = 3, hash = e.hash from audit_entry e where chain = '" + account
                        + "' and e.account_id = chain and e.chain_sequence = 3");

        assertThat(findings())
                .extracting(Finding::kind, Finding::position, Finding::after)
                .contains(tuple(CHAIN_TRUNCATED, 4L, 3L));
    }

    @Test
    void finds_a_changed_head() {
        owner.tamper("update audit_head set hash = sha256('forged') where chain = '" + account + "'");

        assertThat(findings()).extracting(Finding::kind, Finding::position).contains(tuple(HEAD_CHANGED, 5L));
    }

    @Test
    void finds_a_chain_that_was_rewritten_consistently() {
        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 4");
        owner.run("drop table forged");
        List<Finding> found = findings();

        assertThat(found)
                .extracting(Finding::kind, Finding::position, Finding::after)
                .containsExactly(tuple(CHAIN_REWRITTEN, 5L, 3L));
        assertThat(found.getFirst().anchor()).isEqualTo(lastAnchor());
    }

    @Test
    void finds_a_rewritten_chain_that_was_anchored_again() {
        owner.rewrite(account, "delete from forged where chain_sequence = 2");
        owner.run("drop table forged");
        anchor();

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(CHAIN_REWRITTEN, 3L));
    }

    @Test
    void finds_a_deleted_chain() {
        owner.tamper(
                "delete from audit_entry where account_id = '" + account + "'",
                "delete from audit_head where chain = '" + account + "'");

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(CHAIN_DELETED, 1L));
    }

    @Test
    void finds_a_chain_of_which_only_the_head_is_left() {
        owner.tamper("delete from audit_entry where account_id = '" + account + "'");

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsOnly(tuple(CHAIN_DELETED, 1L));
    }

    @Test
    void finds_that_all_rows_are_gone() {
        owner.tamper(
                "create table all_rows as select * from audit_entry",
                "create table all_heads as select * from audit_head",
                "truncate audit_entry",
                "truncate audit_head");
        try {
            assertThat(findings())
                    .extracting(Finding::kind, Finding::position)
                    .containsExactly(tuple(CHAIN_DELETED, 1L));
        } finally {
            owner.tamper(
                    "insert into audit_entry overriding system value select * from all_rows",
                    "delete from audit_head",
                    "insert into audit_head select * from all_heads",
                    "drop table all_rows",
                    "drop table all_heads");
        }
        assertThat(findings()).isEmpty();
    }

    /** The window that {@code zizhi.audit.anchors.every} bounds. */
    @Test
    void does_not_find_what_was_rewritten_before_its_first_anchor() {
        append(2);
        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 7");
        owner.run("drop table forged");
        assertThat(findings()).isEmpty();

        anchor();
        assertThat(findings()).isEmpty();
        owner.rewrite(account, "update forged set reason = 'a third' where chain_sequence = 7");
        owner.run("drop table forged");
        assertThat(findings())
                .extracting(Finding::kind, Finding::position, Finding::after)
                .containsExactly(tuple(CHAIN_REWRITTEN, 7L, 5L));
    }

    @Test
    void finds_a_head_that_is_falsely_marked_as_anchored() {
        append(1);
        owner.run("update audit_head set anchored_in = " + lastAnchor() + " where chain = '" + account + "'");

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(NOT_ANCHORED, 6L));
    }

    @Test
    void verifies_the_chain_of_the_account_with_an_empty_name() {
        owner.runWithoutClock(
                "insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, fields)"
                        + " values (now() - interval '2 hours', 'a', 'b', '', 'c', 'd', 'e', '{}')");
        try {
            assertThat(ofChain("")).containsExactly(NOT_ANCHORED);

            anchor();
            owner.tamper("update audit_entry set reason = 'another' where account_id = ''");
            assertThat(ofChain("")).containsExactly(ROW_EDITED);
        } finally {
            owner.tamper("update audit_entry set reason = null where account_id = ''");
        }
        assertThat(ofChain("")).isEmpty();
    }

    @Test
    void finds_a_row_that_was_never_anchored() {
        owner.runWithoutClock(
                "insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, fields)"
                        + " values (now() - interval '2 hours', 'a', 'b', '" + account + "', 'c', 'd', 'e', '{}')");

        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(NOT_ANCHORED, 6L));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_000_000_000_000L})
    void finds_and_anchors_a_row_that_is_marked_with_an_impossible_anchor(long anchor) {
        owner.runWithoutClock(
                "insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, fields)"
                        + " values (now() - interval '2 hours', 'a', 'b', '" + account + "', 'c', 'd', 'e', '{}')",
                "update audit_head set anchored_in = " + anchor + " where chain = '" + account + "'");
        assertThat(findings()).extracting(Finding::kind, Finding::position).containsExactly(tuple(NOT_ANCHORED, 6L));

        anchor();
        assertThat(findings()).isEmpty();
        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 6");
        owner.run("drop table forged");
        assertThat(findings()).extracting(Finding::kind, Finding::position).contains(tuple(CHAIN_REWRITTEN, 6L));
    }

    @Test
    void finds_anchors_that_were_rolled_back() throws IOException {
        List<String> lines = Files.readAllLines(file());
        withAnchors(
                lines.subList(0, lines.size() - 1),
                () -> assertThat(verify())
                        .extracting(Finding::kind, Finding::anchor)
                        .contains(tuple(ANCHORS_ROLLED_BACK, lastAnchor() + 1)));
    }

    @Test
    void finds_a_missing_anchor() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.remove(lines.size() - 2);
        withAnchors(
                lines,
                () -> assertThat(verify())
                        .extracting(Finding::kind, Finding::anchor)
                        .contains(tuple(ANCHOR_MISSING, lastAnchor() - 1)));
    }

    @Test
    void finds_a_forged_anchor() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.add(lines.removeLast().replace("\"epoch\":", "\"epoch\":9"));
        withAnchors(
                lines,
                () -> assertThat(verify())
                        .extracting(Finding::kind, Finding::anchor)
                        .contains(tuple(ANCHOR_FORGED, lastAnchor())));
    }

    /** The attacker owns the database and the bucket. Object lock leaves the anchors readable. */
    @Test
    void finds_a_rewritten_chain_although_its_anchors_were_deleted_or_overwritten_in_the_bucket() throws Exception {
        try (BucketAnchors bucket = new BucketAnchors(anchors, settings)) {
            assertThat(findings(page(bucket.anchors()))).isEmpty();

            owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 4");
            owner.run("drop table forged");
            assertThat(bucket.deleteVersions()).isEqualTo(lastAnchor());
            bucket.overwriteAll("forged");
            bucket.hideAll();

            List<Finding> found = verify(page(bucket.anchors()));
            assertThat(found)
                    .filteredOn(finding -> account.equals(finding.chain()))
                    .extracting(Finding::kind, Finding::position, Finding::after)
                    .containsExactly(tuple(CHAIN_REWRITTEN, 5L, 3L));
            assertThat(found)
                    .extracting(Finding::kind, Finding::anchor)
                    .contains(tuple(ANCHOR_OVERWRITTEN, 1L), tuple(ANCHOR_OVERWRITTEN, lastAnchor()));
            assertThat(found).extracting(Finding::kind).doesNotContain(ANCHOR_MISSING, ANCHORS_ROLLED_BACK);
            Set<String> evidence = overwritten(found);
            assertThat(overwritten(verify(page(bucket.anchors())))).isEqualTo(evidence);

            // one acceptance does not cover what is overwritten or hidden later
            bucket.overwriteAll("forged");
            Set<String> again = overwritten(verify(page(bucket.anchors())));
            bucket.hideAll();
            Set<String> third = overwritten(verify(page(bucket.anchors())));
            assertThat(again).hasSameSizeAs(evidence).doesNotContainAnyElementsOf(evidence);
            assertThat(third).hasSameSizeAs(evidence).doesNotContainAnyElementsOf(again);
        }
    }

    private static Set<String> overwritten(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == ANCHOR_OVERWRITTEN)
                .map(finding -> Objects.requireNonNull(finding.evidence()))
                .collect(Collectors.toSet());
    }

    private void append(int rows) {
        for (int row = 0; row < rows; row++) {
            AuditEntry entry = new AuditEntry(
                    "applicant-a", "applicant", account, "draft.changed", "draft", "1", "because", List.of("name"));
            Reactive.inTransaction(() -> audit.append(entry).replaceWith(true));
        }
    }

    private void anchor() {
        boolean more;
        do {
            more = Reactive.run(anchorHeads::write);
        } while (more);
    }

    private List<Finding> findings() {
        return findings(verifyPage);
    }

    private List<Finding> findings(VerifyPage page) {
        return verify(page).stream()
                .filter(finding -> account.equals(finding.chain()))
                .toList();
    }

    private List<FindingKind> ofChain(String chain) {
        return verify().stream()
                .filter(finding -> chain.equals(finding.chain()))
                .map(Finding::kind)
                .toList();
    }

    /** Returns the findings of rows without a chain. */
    private List<FindingKind> ofOldRows() {
        return ofOldRows(verify());
    }

    private static List<FindingKind> ofOldRows(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.chain() == null)
                .map(Finding::kind)
                .toList();
    }

    private List<Finding> verify() {
        return verify(verifyPage);
    }

    static List<Finding> verify(VerifyPage page) {
        List<Finding> findings = new ArrayList<>();
        Progress progress = Progress.START;
        while (progress != null) {
            Progress from = Progress.of(progress.cursor());
            Step step = Reactive.run(() -> page.verify(from));
            findings.addAll(step.findings());
            progress = step.next();
        }
        return findings;
    }

    private VerifyPage page(Anchors others) {
        return new VerifyPage(
                new VerifyAnchors(others, chains, verification, Clock.systemUTC()),
                new VerifyRows(chains),
                new VerifyHeads(chains, others, settings),
                acceptances);
    }

    private VerifyPage page(Clock clock) {
        return new VerifyPage(
                new VerifyAnchors(anchors, chains, verification, clock),
                new VerifyRows(chains),
                new VerifyHeads(chains, anchors, settings),
                acceptances);
    }

    private long lastAnchor() {
        return anchors.signed()
                .flatMap(signed -> signed.store().last())
                .orElseThrow()
                .anchor()
                .number();
    }

    private Path file() {
        return settings.folder().orElseThrow().resolve("platform.anchors");
    }

    /** Runs a check with other anchors in the store. */
    private void withAnchors(List<String> lines, Runnable check) throws IOException {
        byte[] all = Files.readAllBytes(file());
        try {
            Files.write(file(), lines);
            check.run();
        } finally {
            Files.write(file(), all);
        }
    }

    private String row(int position) {
        return " where account_id = '" + account + "' and chain_sequence = " + position;
    }

    private static String copy(String position, String previousHash, String hash) {
        return "insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields,"
                + " chain_sequence, previous_hash, hash) select actor, role, account_id, action, object_type, object_id,"
                + " fields, " + position + ", " + previousHash + ", " + hash + " from audit_entry";
    }
}
