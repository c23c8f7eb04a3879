package io.zizhi.platform.operations.audit.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accepted damage of a service's audit log. The last acceptance of a chain counts. */
public final class Accepted {

    public static final Accepted NONE = new Accepted(List.of());

    private final Map<String, Sealed> chains = new HashMap<>();
    private final Map<String, Long> evidence = new HashMap<>();

    /**
     * An accepted chain.
     *
     * @param acceptance id of the acceptance
     * @param anchor last anchor that may contradict the chain
     */
    public record Sealed(long acceptance, long anchor, SealedChain chain) {}

    /** @param acceptances confirmed and signed ones, in their order */
    Accepted(List<Acceptance> acceptances) {
        for (Acceptance each : acceptances) {
            Acceptance.Content content = each.content();
            content.chains()
                    .forEach(chain -> chains.put(chain.chain(), new Sealed(each.id(), content.anchor(), chain)));
            content.evidence().forEach(text -> evidence.putIfAbsent(text, each.id()));
        }
    }

    public Optional<Sealed> chain(@Nullable String chain) {
        return Optional.ofNullable(chains.get(chain));
    }

    /** Returns the acceptance of a finding without a chain. */
    public Optional<Long> evidence(@Nullable String text) {
        return Optional.ofNullable(evidence.get(text));
    }
}
