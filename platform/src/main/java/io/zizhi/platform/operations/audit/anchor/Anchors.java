package io.zizhi.platform.operations.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The anchors of this service: its key and its store. */
@ApplicationScoped
public class Anchors {

    private final String service;
    private final Optional<Signed> signed;

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
}
