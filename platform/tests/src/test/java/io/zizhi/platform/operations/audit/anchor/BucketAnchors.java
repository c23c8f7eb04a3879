package io.zizhi.platform.operations.audit.anchor;

import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A bucket with a copy of other anchors, and an attacker who owns it. */
public final class BucketAnchors implements AutoCloseable {

    private final LockingServer server = new LockingServer();
    private final Anchors anchors;

    /** @param settings have the key of the anchors */
    public BucketAnchors(Anchors others, AnchorSettings settings) {
        anchors = new Anchors(settings, settings(server), Clock.systemUTC(), others.service());
        AnchorStore store = others.signed().orElseThrow().store();
        String position = AnchorStore.START;
        AnchorStore.Page page = store.read(position, 0);
        while (!page.next().equals(position)) {
            page.anchors().forEach(anchors.signed().orElseThrow().store()::append);
            position = page.next();
            page = store.read(position, page.anchors().getLast().anchor().number());
        }
    }

    /** Returns the settings of the server's bucket, or of none. */
    static AnchorBucketSettings settings(@Nullable LockingServer server) {
        SmallRyeConfigBuilder settings = new SmallRyeConfigBuilder().withMapping(AnchorBucketSettings.class);
        if (server != null) {
            settings.withDefaultValue(AnchorBucketSettings.BUCKET, LockingServer.BUCKET)
                    .withDefaultValue("zizhi.audit.anchors.s3.endpoint", server.endpoint())
                    .withDefaultValue("zizhi.audit.anchors.s3.access-key", "access")
                    .withDefaultValue("zizhi.audit.anchors.s3.secret-key", "secret-key");
        }
        return settings.build().getConfigMapping(AnchorBucketSettings.class);
    }

    public Anchors anchors() {
        return anchors;
    }

    /** Deletes every anchor, without naming a version. */
    public void hideAll() throws Exception {
        for (String object : server.objects()) {
            server.client()
                    .removeObject(RemoveObjectArgs.builder()
                            .bucket(LockingServer.BUCKET)
                            .object(object)
                            .build());
        }
    }

    public void overwriteAll(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (String object : server.objects()) {
            server.client()
                    .putObject(PutObjectArgs.builder().bucket(LockingServer.BUCKET).object(object).stream(
                                    new ByteArrayInputStream(bytes), bytes.length, -1)
                            .build());
        }
    }

    /** Tries to delete the only version of each anchor. Returns how often the store refused that. */
    public int deleteVersions() throws Exception {
        int refused = 0;
        for (String object : server.objects()) {
            try {
                server.client()
                        .removeObject(RemoveObjectArgs.builder()
                                .bucket(LockingServer.BUCKET)
                                .object(object)
                                .versionId(server.oldest(object))
                                .build());
            } catch (ErrorResponseException refusal) {
                refused++;
            }
        }
        return refused;
    }

    @Override
    public void close() {
        anchors.stop();
        server.close();
    }
}
