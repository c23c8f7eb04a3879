package io.zizhi.platform.operations.reconciliation;

import jakarta.inject.Singleton;
import java.util.Objects;

/** Where producers serve their internal endpoints. */
@Singleton
public class ProducerAddresses {

    private final ReconciliationSettings settings;

    protected ProducerAddresses(ReconciliationSettings settings) {
        this.settings = settings;
    }

    /** For example {@code http://127.0.0.1:10081} of {@code qualification-service}. */
    public String of(String producer) {
        return Objects.requireNonNull(settings.producers().get(producer));
    }
}
