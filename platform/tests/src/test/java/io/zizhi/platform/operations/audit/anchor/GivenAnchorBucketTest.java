package io.zizhi.platform.operations.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.zizhi.platform.operations.audit.anchor.AnchorStore.Disturbed;
import io.zizhi.platform.operations.audit.chain.Head;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A bucket with object lock on the S3 server that the environment names: {@code ZIZHI_S3_ENDPOINT}, {@code …_ACCESS_KEY},
 * {@code …_SECRET_KEY} and {@code …_REGION}. The attacker owns the bucket. Buckets with locked anchors stay behind.
 */
@EnabledIfEnvironmentVariable(named = "ZIZHI_S3_ENDPOINT", matches = ".+", disabledReason = "No S3 server is given")
class GivenAnchorBucketTest {

    private static final String PREFIX = "review-service/";
    private static final Duration RETENTION = Duration.ofMinutes(10);
    private static final AnchorKey KEY = new AnchorKey(Base64.getEncoder().encodeToString(new byte[32]), List.of());
    private static final String FIRST = PREFIX + "20261129/0000000001";

    private final String bucket = "anchors-" + UUID.randomUUID();
    private final MinioClient client = MinioClient.builder()
            .endpoint(System.getenv("ZIZHI_S3_ENDPOINT"))
            .credentials(System.getenv("ZIZHI_S3_ACCESS_KEY"), System.getenv("ZIZHI_S3_SECRET_KEY"))
            .region(System.getenv().getOrDefault("ZIZHI_S3_REGION", "us-east-1"))
            .build();
    private final S3AnchorStore store = store();

    @BeforeEach
    void createBucket() throws Exception {
        client.makeBucket(
                MakeBucketArgs.builder().bucket(bucket).objectLock(true).build());
    }

    @Test
    void protects_anchors() throws Exception {
        store.requireProtection();
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        SignedAnchor second = append(store, first, 2, "2026-11-29T03:21:00Z");

        assertThat(store().last()).contains(second);
        assertThat(store.read(AnchorStore.START, 0).anchors()).containsExactly(first, second);
        String version = version();
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> remove(version))
                .satisfies(refused -> assertThat(refused.errorResponse().code()).isEqualTo("AccessDenied"));
    }

    @Test
    void finds_an_anchor_that_was_hidden_and_overwritten() throws Exception {
        SignedAnchor first = append(store, null, 1, "2026-11-29T03:20:00Z");
        remove(null);
        assertThat(store.read(AnchorStore.START, 0).disturbed())
                .extracting(Disturbed::number)
                .containsExactly(1L);

        byte[] bytes = "no anchor".getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(FIRST).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build());

        AnchorStore.Page page = store().read(AnchorStore.START, 0);
        assertThat(page.anchors()).containsExactly(first);
        assertThat(page.disturbed()).extracting(Disturbed::number).containsExactly(1L);
        assertThat(store().last()).contains(first);
    }

    /** The server may refuse the second write, or add a version: then the older one wins. */
    @Test
    void one_of_two_replicas_wins() {
        AnchorBucket replica = new AnchorBucket(client, bucket, PREFIX);
        SignedAnchor mine = sign(null, 1, "2026-11-29T03:20:00Z");
        SignedAnchor others = sign(null, 1, "2026-11-29T03:20:01Z");

        replica.write("20261129/0000000001", mine.line(), Instant.now().plus(RETENTION), true);
        replica.write("20261129/0000000001", others.line(), Instant.now().plus(RETENTION), true);

        assertThat(store.last()).contains(mine);
    }

    @Test
    void refuses_a_bucket_without_object_lock() throws Exception {
        String other = "plain-" + UUID.randomUUID();
        client.makeBucket(MakeBucketArgs.builder().bucket(other).build());
        S3AnchorStore unprotected = new S3AnchorStore(
                new AnchorBucket(client, other, PREFIX), RETENTION, KEY::hasSigned, Clock.systemUTC());

        assertThatIllegalStateException()
                .isThrownBy(unprotected::requireProtection)
                .withMessageContaining("has no object lock");
    }

    private String version() throws Exception {
        try (GetObjectResponse stored = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(FIRST).build())) {
            return Objects.requireNonNull(stored.headers().get("x-amz-version-id"));
        }
    }

    private void remove(@Nullable String version) throws Exception {
        client.removeObject(RemoveObjectArgs.builder()
                .bucket(bucket)
                .object(FIRST)
                .versionId(version)
                .build());
    }

    private S3AnchorStore store() {
        return new S3AnchorStore(
                new AnchorBucket(client, bucket, PREFIX), RETENTION, KEY::hasSigned, Clock.systemUTC());
    }

    private static SignedAnchor append(S3AnchorStore store, @Nullable SignedAnchor previous, int number, String at) {
        SignedAnchor anchor = sign(previous, number, at);
        store.append(anchor);
        return anchor;
    }

    private static SignedAnchor sign(@Nullable SignedAnchor previous, int number, String at) {
        Head head = new Head("an account, 资质", number, "0".repeat(64));
        String before = previous == null ? SignedAnchor.FIRST : previous.hash();
        return SignedAnchor.sign(new Anchor("review-service", number, before, at, 1, null, null, List.of(head)), KEY);
    }
}
