package io.zizhi.platform.operations.audit.anchor;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.OwnThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The anchors of this service: its key and its store. */
@ApplicationScoped
public class Anchors {

    /** How long the store may take: much longer than a disk, and shorter than a round of background work. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String service;
    private final Optional<Signed> signed;
    private final OwnThread thread = new OwnThread("audit-anchors", LIMIT);

    /** A key and the store of what it signs. */
    public record Signed(AnchorKey key, AnchorStore store) {}

    Anchors(AnchorSettings settings, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
        this.signed = settings.folder()
                .flatMap(folder -> settings.key()
                        .map(key -> new Signed(
                                new AnchorKey(key, settings.formerKeys().orElse(List.of())),
                                new FileAnchorStore(folder.resolve(service + ".anchors")))));
    }

    public String service() {
        return service;
    }

    /** Returns key and store; empty if this installation has no anchors. */
    public Optional<Signed> signed() {
        return signed;
    }

    /** Runs work with the store, one call at a time. Fails if the store hangs, as a network folder may. */
    public <T> Uni<T> call(Callable<T> work) {
        return thread.call(work);
    }

    @PreDestroy
    void stop() {
        thread.stop();
    }
}
