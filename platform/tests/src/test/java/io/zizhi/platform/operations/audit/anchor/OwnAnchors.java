package io.zizhi.platform.operations.audit.anchor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.testkit.Reactive;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Anchors of one test in a store of their own. */
public final class OwnAnchors implements AutoCloseable {

    /** The two kinds of stores. */
    public enum Place {
        FOLDER,
        BUCKET
    }

    private final @Nullable LockingServer server;
    private final Anchors anchors;
    private final AnchorHeads heads;

    /** @param folder for a file of anchors; unused with a bucket */
    public OwnAnchors(Place place, Path folder, AuditChains chains) {
        server = place == Place.BUCKET ? new LockingServer() : null;
        AnchorSettings settings = new SmallRyeConfigBuilder()
                .withMapping(AnchorSettings.class)
                .withDefaultValue("zizhi.audit.anchors.key", "b".repeat(43) + "=")
                .withDefaultValue("zizhi.audit.anchors.folder", folder.toString())
                .build()
                .getConfigMapping(AnchorSettings.class);
        anchors = new Anchors(settings, BucketAnchors.settings(server), Clock.systemUTC(), "platform");
        heads = new AnchorHeads(
                anchors,
                chains,
                new AnchorMetrics(new SimpleMeterRegistry(), anchors, Clock.systemUTC()),
                Clock.systemUTC());
    }

    public Anchors anchors() {
        return anchors;
    }

    /** Writes anchors until no head has changed since. */
    public void write() {
        boolean more;
        do {
            more = Reactive.run(heads::write);
        } while (more);
    }

    public Anchor last() {
        return anchors.signed().orElseThrow().store().last().orElseThrow().anchor();
    }

    @Override
    public void close() {
        anchors.stop();
        if (server != null) {
            server.close();
        }
    }
}
