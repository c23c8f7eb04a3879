package io.zizhi.platform.operations.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.zizhi.platform.operations.audit.anchor.AnchorStore.Disturbed;
import io.zizhi.platform.operations.audit.chain.Head;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The attacker owns the bucket, and does not have the key of the service. */
class S3AnchorStoreTest {

    private static final AnchorKey KEY = key(1);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final String PREFIX = "review-service/";

    private final LockingServer server = new LockingServer();
    private final S3AnchorStore store = store(PREFIX);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void returns_anchors_in_their_order() {
        SignedAnchor first = append(store, null, 1, "2026-11-28T23:59:59Z");
        SignedAnchor second = append(store, first, 2, "2026-11-29T00:00:59Z");

        assertThat(store.last()).contains(second);
        assertThat(all(store)).containsExactly(first, second);
        assertThat(store(PREFIX).last()).contains(second);
        assertThat(all(store("document-service/"))).isEmpty();
    }

    @Test
    void is_empty_before_the_first_anchor() {
        assertThat(store.last()).isEmpty();
        assertThat(store.read(AnchorStore.START, 0))
                .isEqualTo(new AnchorStore.Page(List.of(), AnchorStore.START, List.of()));
    }

    @Test
    void names_sort_by_number_although_a_clock_goes_back() {
        SignedAnchor first = append(store, null, 1, "2026-11-29T00:00:01Z");
        SignedAnchor second = append(store, first, 2, "2026-11-28T23:59:59Z");

        assertThat(all(store)).containsExactly(first, second);
        assertThat(store(PREFIX).last()).contains(second);
    }

    @Test
    void locks_each_anchor_in_mode_compliance() throws Exception {
        append(store, null, 1, "2026-11-29T03:20:00Z");

        try (GetObjectResponse stored = server.client()
                .getObject(GetObjectArgs.builder()
                        .bucket(LockingServer.BUCKET)
                        .object(object(1))
                        .build())) {
            assertThat(stored.headers().get("x-amz-object-lock-mode")).isEqualTo("COMPLIANCE");
            assertThat(Instant.parse(stored.headers().get("x-amz-object-lock-retain-until-date")))
                    .isBetween(
                            Instant.now().plus(RETENTION).minusSeconds(60),
                            Instant.now().plus(RETENTION));
        }
    }

    @Test
    void refuses_a_bucket_without_object_lock() {
        store.requireProtection();

        server.withoutLock();
        assertThatIllegalStateException()
                .isThrownBy(store::requireProtection)
                .withMessageContaining("The bucket anchors has no object lock")
                .withMessageContaining("zizhi.audit.anchors.s3.bucket");
    }

    @Test
    void refuses_a_bucket_without_versions() {
        server.withoutVersions();

        assertThatIllegalStateException()
                .isThrownBy(store::requireProtection)
                .withMessageContaining("keeps no versions");
    }

    @Test
    void refuses_a_bucket_whose_versioning_it_may_not_read() {
        server.withoutReadableVersioning();

        assertThatIllegalStateException()
                .isThrownBy(store::requireProtection)
                .withMessageContaining("keeps no versions (AccessDenied)");
    }

    /** An outage must not keep a service from starting. */
    @Test
    void tells_an_outage_from_a_missing_lock() {
        server.goDown();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(store::requireProtection);
    }

    @Test
    void refuses_an_anchor_whose_lock_the_store_does_not_report() {
        server.withoutKeptLocks();

        assertThatIllegalStateException()
                .isThrownBy(() -> append(store, null, 1, "2026-11-29T03:20:00Z"))
                .withMessageContaining("has not locked the anchor review-service/20261129/0000000001");
    }

    @Test
    void lets_one_of_two_replicas_write_an_anchor() {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        S3AnchorStore other = store(PREFIX);
        other.last();
        SignedAnchor second = append(store, first, 2, "2026-11-29T03:21:00Z");

        assertThatIllegalStateException()
                .isThrownBy(() -> append(other, first, 2, "2026-11-29T03:21:01Z"))
                .withMessageContaining("Another replica");
        assertThat(all(store)).containsExactly(first, second);
    }

    /** The replica reads the last anchor before the other one writes, and writes behind it. */
    @Test
    void one_of_two_replicas_wins_in_a_store_without_conditions() {
        server.withoutConditions();
        AnchorBucket bucket = bucket(PREFIX);
        SignedAnchor mine = sign(null, 1, "2026-11-29T03:20:00Z");
        SignedAnchor others = sign(null, 1, "2026-11-29T03:20:01Z");

        bucket.write("20261129/0000000001", mine.line(), Instant.now().plus(RETENTION), true);
        bucket.write("20261129/0000000001", others.line(), Instant.now().plus(RETENTION), true);

        assertThat(store.last()).contains(mine);
        assertThat(store.read(AnchorStore.START, 0).disturbed()).isEmpty();
    }

    @Test
    void nobody_deletes_an_anchor_before_its_lock_ends() throws Exception {
        append(store, null, 1, "2026-11-29T03:20:00Z");
        String version = version(1);

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> remove(1, version))
                .satisfies(refused -> assertThat(refused.errorResponse().code()).isEqualTo("AccessDenied"));
        server.at(Clock.offset(Clock.systemUTC(), RETENTION));
        remove(1, version);
        assertThat(all(store)).isEmpty();
    }

    @Test
    void finds_an_anchor_that_is_hidden_by_a_delete_marker() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        SignedAnchor second = append(store, first, 2, "2026-11-29T03:21:00Z");

        remove(1, null);
        remove(2, null);

        AnchorStore.Page page = store(PREFIX).read(AnchorStore.START, 0);
        assertThat(page.anchors()).containsExactly(first, second);
        assertThat(page.disturbed()).extracting(Disturbed::number).containsExactly(1L, 2L);
        SignedAnchor third = append(store(PREFIX), second, 3, "2026-11-29T03:22:00Z");
        assertThat(store(PREFIX).last()).contains(third);
    }

    @Test
    void finds_an_anchor_that_was_overwritten() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");

        overwrite(object(1), sign(null, 1, "2026-11-29T03:20:00Z", key(2)).line());
        overwrite(object(1), "no anchor");

        AnchorStore.Page page = store.read(AnchorStore.START, 0);
        assertThat(page.anchors()).containsExactly(first);
        assertThat(page.disturbed()).extracting(Disturbed::number).containsExactly(1L);
        assertThat(store(PREFIX).last()).contains(first);
    }

    /** Neither junk nor a copy of another anchor keeps the service from writing the next one. */
    @Test
    void goes_on_although_somebody_took_the_next_names() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        overwrite(object(2), "no anchor");
        overwrite(object(3), first.line());
        overwrite(PREFIX + "99991231/0000000009", "no anchor");
        overwrite(PREFIX + "readme", "no anchor");

        SignedAnchor second = append(store(PREFIX), first, 2, "2026-11-29T03:21:00Z");
        SignedAnchor third = append(store, second, 3, "2026-11-29T03:22:00Z");

        assertThat(all(store)).containsExactly(first, second, third);
        assertThat(store(PREFIX).last()).contains(third);
        assertThat(store.read(AnchorStore.START, 0).disturbed())
                .extracting(Disturbed::number)
                .containsExactly(2L, 3L, 9L);
    }

    /** A copy is genuine, so only its place tells it from the last anchor. */
    @Test
    void a_copied_anchor_is_not_the_last_one() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-28T03:20:00Z");
        SignedAnchor second = append(store, first, 2, "2026-11-29T03:20:00Z");
        SignedAnchor third = append(store, second, 3, "2026-11-29T03:21:00Z");
        for (String day : List.of("20200101", "20261129", "20261130", "99991231")) {
            overwrite(PREFIX + day + "/0000000001", first.line());
            overwrite(PREFIX + day + "/0000000003", third.line());
        }

        Clock clock = Clock.fixed(Instant.parse("2026-11-29T03:22:00Z"), ZoneOffset.UTC);
        SignedAnchor fourth = append(store(PREFIX, clock), third, 4, "2026-11-29T03:22:00Z");

        assertThat(store.last()).contains(fourth);
        assertThat(store(PREFIX, clock).last()).contains(fourth);
        assertThat(server.objects()).contains(object(4));
        assertThat(all(store)).containsExactly(first, second, third, fourth);
        assertThat(store.read(AnchorStore.START, 0).disturbed())
                .extracting(Disturbed::number)
                .containsExactly(1L, 3L, 1L, 1L, 3L, 1L, 3L);
    }

    /** Also when it starts long after the last anchor was written. */
    @Test
    void finds_the_last_anchor_of_an_earlier_year() {
        SignedAnchor first = append(store, null, 1, "2020-11-29T03:20:00Z");
        SignedAnchor second = append(store, first, 2, "2020-11-30T03:20:00Z");

        assertThat(store(PREFIX).last()).contains(second);
    }

    @Test
    void reads_few_of_the_versions_that_somebody_added() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        for (int time = 0; time < 50; time++) {
            overwrite(object(1), first.line());
        }
        overwrite(object(2), 50);
        int before = server.requests();

        AnchorStore.Page page = store.read(AnchorStore.START, 0);

        assertThat(page.anchors()).containsExactly(first);
        assertThat(page.disturbed()).extracting(Disturbed::number).containsExactly(1L, 2L);
        assertThat(server.requests() - before).isLessThan(12);
    }

    /** The client repeats a request whose answer is lost, and is then told that the object exists. */
    @Test
    void an_anchor_whose_answer_was_lost_is_its_own() {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        server.losingAnswers();

        SignedAnchor second = append(store, first, 2, "2026-11-29T03:21:00Z");

        assertThat(store.last()).contains(second);
        server.withoutKeptLocks();
        assertThatIllegalStateException()
                .isThrownBy(() -> append(store, second, 3, "2026-11-29T03:22:00Z"))
                .withMessageContaining("has not locked the anchor");
    }

    @Test
    void knows_its_positions() {
        append(store, null, 1, "2026-11-29T03:20:00Z");

        assertThat(store.isPosition(AnchorStore.START)).isTrue();
        assertThat(store.isPosition(store.read(AnchorStore.START, 0).next())).isTrue();
        assertThat(store.isPosition("5")).isFalse();
    }

    @Test
    void reads_many_anchors_page_by_page() {
        server.withPagesOf(7);
        List<SignedAnchor> written = new ArrayList<>();
        IntStream.rangeClosed(1, 230)
                .forEach(number -> written.add(
                        append(store, written.isEmpty() ? null : written.getLast(), number, "2026-11-29T03:20:00Z")));

        assertThat(store.read(AnchorStore.START, 0).anchors()).hasSize(100);
        assertThat(all(store)).isEqualTo(written);
        assertThat(store(PREFIX).last()).contains(written.getLast());
    }

    @Test
    void keeps_an_anchor_whose_versions_span_two_listings() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        overwrite(object(1), 600);
        SignedAnchor second = append(store, first, 2, "2026-11-29T03:21:00Z");
        overwrite(object(2), 600);

        assertThat(all(store(PREFIX))).containsExactly(first, second);
        SignedAnchor third = append(store, second, 3, "2026-11-29T03:22:00Z");
        overwrite(object(2), 400);
        assertThat(all(store(PREFIX))).containsExactly(first, third);
        assertThat(store(PREFIX).last()).contains(third);
        assertThat(store.read(AnchorStore.START, 0).disturbed())
                .extracting(Disturbed::number)
                .containsExactly(1L, 2L);
    }

    private void overwrite(String object, int times) throws Exception {
        for (int time = 0; time < times; time++) {
            overwrite(object, "no anchor");
        }
    }

    /** The loop of each replica asks several times a minute. */
    @Test
    void looks_for_a_new_anchor_with_one_request() {
        append(store, null, 1, "2026-11-29T03:20:00Z");
        int before = server.requests();

        store.last();

        assertThat(server.requests()).isEqualTo(before + 1);
    }

    private void overwrite(String object, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.client()
                .putObject(PutObjectArgs.builder().bucket(LockingServer.BUCKET).object(object).stream(
                                new ByteArrayInputStream(bytes), bytes.length, -1)
                        .build());
    }

    private void remove(int number, @Nullable String version) throws Exception {
        server.client()
                .removeObject(RemoveObjectArgs.builder()
                        .bucket(LockingServer.BUCKET)
                        .object(object(number))
                        .versionId(version)
                        .build());
    }

    private String version(int number) throws Exception {
        try (GetObjectResponse stored = server.client()
                .getObject(GetObjectArgs.builder()
                        .bucket(LockingServer.BUCKET)
                        .object(object(number))
                        .build())) {
            return Objects.requireNonNull(stored.headers().get("x-amz-version-id"));
        }
    }

    private static String object(int number) {
        return PREFIX + "20261129/000000000" + number;
    }

    private static List<SignedAnchor> all(AnchorStore store) {
        List<SignedAnchor> all = new ArrayList<>();
        String position = AnchorStore.START;
        while (true) {
            long last = all.isEmpty() ? 0 : all.getLast().anchor().number();
            AnchorStore.Page page = store.read(position, last);
            all.addAll(page.anchors());
            if (page.next().equals(position)) {
                return all;
            }
            position = page.next();
        }
    }

    private S3AnchorStore store(String prefix) {
        return store(prefix, Clock.systemUTC());
    }

    private S3AnchorStore store(String prefix, Clock clock) {
        return new S3AnchorStore(bucket(prefix), RETENTION, KEY::hasSigned, clock);
    }

    private AnchorBucket bucket(String prefix) {
        MinioClient client = server.client();
        return new AnchorBucket(client, LockingServer.BUCKET, prefix);
    }

    private static SignedAnchor append(S3AnchorStore store, @Nullable SignedAnchor previous, int number, String at) {
        SignedAnchor anchor = sign(previous, number, at);
        store.append(anchor);
        return anchor;
    }

    private static SignedAnchor sign(@Nullable SignedAnchor previous, int number, String at) {
        return sign(previous, number, at, KEY);
    }

    private static SignedAnchor sign(@Nullable SignedAnchor previous, int number, String at, AnchorKey key) {
        Head head = new Head("an account, 资质", number, "0".repeat(64));
        String before = previous == null ? SignedAnchor.FIRST : previous.hash();
        return SignedAnchor.sign(new Anchor("review-service", number, before, at, 1, null, null, List.of(head)), key);
    }

    private static AnchorKey key(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return new AnchorKey(Base64.getEncoder().encodeToString(seed), List.of());
    }
}
